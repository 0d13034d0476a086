import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Explanation } from "./read-library.ts";

/** What a translator wrote for one name of the library. Code, and so the examples, are the same in all languages. */
export interface Translation extends Omit<Explanation, "examples"> {
  /** Of the English that it was made from, as {@link entryDigest} gives it. */
  readonly digest: string;
}

/** Translations by what they explain: `sleep`, `Task.cancel`, `Task.constructor`. */
export type Translations = ReadonlyMap<string, Translation>;

/** A heading, the digest below it, and the text up to the next heading. */
const entry = /^## (.+)\n\n<!-- english: (\w*) -->\n((?:(?!^## ).*\n?)*)/gm;

/** Where they are kept: from the project's root, since a bundler moves this module. */
export const translationsFolder = join(process.cwd(), "src/reference/zh-cn");

/** The Chinese texts of the reference, one file a page. */
export function readTranslations(folder: string = translationsFolder): Translations {
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return new Map(files.flatMap((name) => [...parseTranslations(readFileSync(join(folder, name), "utf8"))]));
}

/** Reads one file. Each entry is a heading, the digest of its English, and a text with tags as doc comments have them. */
export function parseTranslations(markdown: string): Translations {
  return new Map(
    [...markdown.matchAll(entry)].map(([, name = "", digest = "", text = ""]) => [
      name,
      { digest, ...explain(text) },
    ]),
  );
}

function explain(text: string): Omit<Translation, "digest"> {
  const [summary = "", ...tags] = text.split(/^@/m).map((part) => part.trim());
  const tagged = (name: string): string[] =>
    tags.filter((tag) => tag.startsWith(`${name} `)).map((tag) => tag.slice(name.length).trim());
  return {
    summary,
    parameters: tagged("param").map((said) => {
      const [name = ""] = said.split(" ", 1);
      return { name, text: said.slice(name.length).trim() };
    }),
    returns: tagged("returns").join(""),
    errors: tagged("throws"),
    originals: tagged("see"),
  };
}
