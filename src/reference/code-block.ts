import { highlight } from "../code/highlight.ts";
import type { Language } from "../site.ts";
import { addressFromCategory, isInReference } from "./anchors.ts";

/** A part of highlighted code: a tag, a string or a comment with its tags, or what stands between them. */
const parts = /<(i|small)>[\s\S]*?<\/\1>|<[^>]+>|[^<]+/g;

/**
 * Markdown whose blocks of TypeScript are HTML, in the colours of the lessons' code. Each name that the reference
 * explains is a link where it first occurs in a block.
 */
export async function withHighlightedCode(markdown: string, language: Language): Promise<string> {
  const block = /```ts\n([\s\S]*?)\n```/g;
  const codes = [...markdown.matchAll(block)].map(([, code = ""]) => code);
  const blocks = await Promise.all(codes.map((code) => codeBlock(code, language)));
  return markdown.replaceAll(block, () => blocks.shift() ?? "");
}

async function codeBlock(code: string, language: Language): Promise<string> {
  const [, declared = ""] = /^(?:class|const|function|interface|type|new) (\w+)/.exec(code) ?? [];
  const seen = new Set([declared]);
  let before = "";
  const highlighted = await highlight(code, "code.ts");
  const html = highlighted.replaceAll(parts, (part, _, offset: number, whole: string) => {
    if (part.startsWith("<")) {
      return part;
    }
    // Entities such as `&lt;` are no names.
    const linked = part.replaceAll(/[\w#&]+/g, (name, index: number) => {
      const after = whole.slice(offset + index + name.length);
      if (!isInReference(name) || isMember(before + part.slice(0, index)) || isDeclared(after)) {
        return name;
      }
      const isFirst = !seen.has(name);
      seen.add(name);
      return isFirst ? `<a href="${addressFromCategory(name)}">${name}</a>` : name;
    });
    before = part;
    return linked;
  });
  // Code is English on every page, and no translator's business.
  const ofPage = language === "en" ? "" : ' lang="en"';
  return `<pre translate="no"${ofPage}><code>${html}</code></pre>`;
}

/** What follows a dot is a member of something else; what follows three is spread. */
function isMember(before: string): boolean {
  return /(^|[^.])\.$/.test(before);
}

/** What a colon follows is the name of a parameter or a property. */
function isDeclared(after: string): boolean {
  return /^(<[^>]+>)*\??(<[^>]+>)*:/.test(after);
}
