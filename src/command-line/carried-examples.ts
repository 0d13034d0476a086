import { readFileSync } from "node:fs";
import type { Language } from "../site.ts";

/** An example of the site as the package carries it. */
export interface CarriedExample {
  readonly title: Readonly<Record<Language, string>>;
  /** The file to run. */
  readonly main: string;
  /** The code by file name, and in Chinese those files whose comments are there to be translated. */
  readonly files: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** By path, in alphabetical order. */
export type CarriedExamples = Readonly<Record<string, CarriedExample>>;

/** The file beside the command that has them. */
export const carriedFile = "examples.json";

export function readCarriedExamples(): CarriedExamples {
  return JSON.parse(readFileSync(new URL(carriedFile, import.meta.url), "utf8")) as CarriedExamples;
}

/** The code of an example by file name, with comments in the language. */
export function codeIn(language: Language, { files }: CarriedExample): Readonly<Record<string, string>> {
  return { ...files.en, ...files[language] };
}

/** The paths that somebody may have meant who asked for one that there is not: the same name elsewhere, or the section. */
export function alike(path: string, examples: CarriedExamples): string[] {
  const [section = "", slug = section] = path.split("/");
  const paths = Object.keys(examples);
  const named = paths.filter((known) => known.endsWith(`/${slug}`));
  return named.length > 0 ? named : paths.filter((known) => known.startsWith(`${section}/`));
}
