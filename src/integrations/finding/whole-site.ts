import { getCollection } from "astro:content";
import { findExample } from "../../examples/shelf.ts";
import { type Topic, topics } from "../../glossary/glossary.ts";
import type { Term } from "../../glossary/term.ts";
import { inReadingOrder } from "./reading-order.ts";

/** The English pages as Markdown, one after the other. */
export async function wholeSite(): Promise<string> {
  const entries = inReadingOrder(await getCollection("docs", ({ id }) => !/^zh-cn(\/|$)/.test(id)));
  return entries
    .map(
      ({ data: { title, description }, body = "" }) => `# ${title}\n\n${description}\n\n${toMarkdown(body)}`,
    )
    .join("\n\n");
}

/** MDX without what only a browser can show; examples become their code and their output, which stay as they are, and the glossary a list. */
function toMarkdown(page: string): string {
  return page
    .replace(/^import .* from "~\/.*$/gm, "")
    .replace(/<GlossaryEntries topic="([^"]+)" \/>/g, (_, topic: string) => glossaryText(topic))
    .replace(/<Term id="[^"]+">(.*?)<\/Term>/gs, "$1")
    .replace(/^<summary>(.*)<\/summary>$/gm, "$1:")
    .replace(/^<\/?(?!Example )[A-Za-z][^>]*>$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/<Example path="([^"]+)"[^>]*\/>/g, (_, path: string) => exampleText(path))
    .trim();
}

/** The program as the reader finds it, the answer if it is an exercise, and the output. */
function exampleText(path: string): string {
  const { title, files, kind, output } = findExample(path);
  const code = files[0]?.code ?? "";
  const prints = kind === "exercise" ? "An exercise. Once it is solved it prints:" : "It prints:";
  return `**${title.en}**\n\n\`\`\`ts\n${code.trimEnd()}\n\`\`\`\n\n${prints}\n\n\`\`\`\n${output.trimEnd()}\n\`\`\``;
}

function glossaryText(topic: string): string {
  return Object.values<Term>(topics[topic as Topic])
    .map(({ en: { name, definition } }) => `- **${name}**: ${definition}`)
    .join("\n");
}
