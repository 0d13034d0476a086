import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageDigest } from "../src/translation/page-digest.ts";
import { withMadeFrom } from "../src/translation/translated-page.ts";
import { checkSlug } from "./names.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { writeNew } from "./write-new.ts";

/** The Chinese page with the English text in it, to be replaced sentence by sentence. Examples and links stay. */
export function newTranslation(word: string | undefined, root: string): { files: string[]; next: string[] } {
  const slug = checkSlug(word, "new:translation");
  const original = join(root, `content/${slug}.mdx`);
  if (!existsSync(original)) {
    throw new ScaffoldError(
      `Expected an English page, found no content/${slug}.mdx. Write it first, or name one of: ${slugs(root)}.`,
    );
  }
  const copy = `content/zh-cn/${slug}.mdx`;
  const text = readFileSync(original, "utf8");
  return {
    files: writeNew(root, { [copy]: withMadeFrom(text, pageDigest(text)) }),
    next: [
      `Translate ${copy}: the title, the description, the headings and the text. Examples and links to pages stay as they are.`,
      `Links to a heading (#...) name the Chinese heading.`,
      `The words to use are in content/zh-cn/TERMS.md.`,
      `npm run dev      shows it at /zh-cn/${slug}/`,
    ],
  };
}

function slugs(root: string): string {
  const names = readdirSync(join(root, "content")).filter((name) => name.endsWith(".mdx"));
  return names.map((name) => name.replace(".mdx", "")).join(", ");
}
