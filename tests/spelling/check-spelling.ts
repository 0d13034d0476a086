/** Checks the spelling of what is written in English: pages, the files for those who carry on, doc comments. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import dictionary from "dictionary-en-gb";
import nspell from "nspell";
import { proseOfComments, proseOfMarkdown, proseOfStrings, wordsOf } from "./prose.ts";

const house = join(import.meta.dirname, "../..");
const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
spelling.personal(readFileSync(join(import.meta.dirname, "words.txt"), "utf8"));

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(house, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => ending.test(file) && !/(^|[\\/])(node_modules|dist|zh-cn)[\\/]/.test(file));
}

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...filesIn("content", /\.mdx?$/),
  ...filesIn("src", /\.md$/),
];
const sources = [...filesIn("src", /\.tsx?$/), ...filesIn("examples", /\.ts$/)];
/** Where what readers see is in strings. */
const texts = [...filesIn("src/glossary", /\.ts$/), ...filesIn("examples", /example\.json$/)];

const known = new Map<string, boolean>();
const isKnown = (word: string): boolean => {
  const verdict = known.get(word) ?? (spelling.correct(word) || spelling.correct(word.replace(/'s$/, "")));
  known.set(word, verdict);
  return verdict;
};

const suggestions = new Map<string, string>();
const suggest = (word: string): string => {
  const found = suggestions.get(word) ?? spelling.suggest(word).slice(0, 3).join(", ");
  suggestions.set(word, found);
  return found || "no suggestion";
};

const mistakes = [
  ...pages.map((file) => ({ file, prose: proseOfMarkdown(readFileSync(join(house, file), "utf8")) })),
  ...sources.map((file) => ({ file, prose: proseOfComments(readFileSync(join(house, file), "utf8")) })),
  ...texts.map((file) => ({ file, prose: proseOfStrings(readFileSync(join(house, file), "utf8")) })),
].flatMap(({ file, prose }) =>
  wordsOf(prose)
    .filter(({ word }) => !isKnown(word))
    .map(({ word, line }) => `${file}:${line}: ${word} (${suggest(word)})`),
);

if (mistakes.length > 0) {
  console.error(mistakes.join("\n"));
  console.error(
    `\n${mistakes.length} unknown words. Correct them; put code into backticks; add words of the field to tests/spelling/words.txt.`,
  );
  process.exitCode = 1;
} else {
  console.log(
    `Spelling: ${pages.length} pages and the comments of ${sources.length} files, no unknown word.`,
  );
}
