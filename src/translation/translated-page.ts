import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageDigest } from "./page-digest.ts";

/** A page that exists in both languages. */
export interface TranslatedPage {
  readonly slug: string;
  /** Its Chinese file, below the project. */
  readonly file: string;
  /** The digest of the English page that the Chinese one was made from, if it names one. */
  readonly madeFrom: string | undefined;
  /** The digest of the English page as it is now. */
  readonly english: string;
}

const madeFromLine = /^madeFrom: "([0-9a-f]*)"$/m;

/** The page called `slug`, as in `event-loop`, of the project in `root`. `undefined` where a language has none. */
export function readTranslatedPage(slug: string, root: string = process.cwd()): TranslatedPage | undefined {
  const original = join(root, `content/${slug}.mdx`);
  const file = `content/zh-cn/${slug}.mdx`;
  if (!existsSync(original) || !existsSync(join(root, file))) {
    return undefined;
  }
  return {
    slug,
    file,
    madeFrom: madeFromLine.exec(readFileSync(join(root, file), "utf8"))?.[1],
    english: pageDigest(readFileSync(original, "utf8")),
  };
}

/** All pages that exist in both languages. */
export function translatedPages(root: string = process.cwd()): TranslatedPage[] {
  return readdirSync(join(root, "content"))
    .filter((name) => name.endsWith(".mdx"))
    .flatMap((name) => readTranslatedPage(name.replace(".mdx", ""), root) ?? []);
}

/** Whether the English page says something else than the one that the Chinese page was made from. */
export function isOlder({ madeFrom, english }: TranslatedPage): boolean {
  return madeFrom !== english;
}

/** The source of a page, which says in its front matter that it was made from the English page with this digest. */
export function withMadeFrom(page: string, english: string): string {
  const line = `madeFrom: "${english}"`;
  return madeFromLine.test(page)
    ? page.replace(madeFromLine, line)
    : page.replace(/^---\n[\s\S]*?(?=^---$)/m, `$&${line}\n`);
}
