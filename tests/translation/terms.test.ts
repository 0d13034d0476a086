import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const house = join(import.meta.dirname, "../..");
const list = "content/zh-cn/TERMS.md";

interface Term {
  readonly english: string;
  readonly chinese: readonly string[];
  readonly forbidden: readonly string[];
}

const termRow = /^\| (?!英文|-)(.+?) +\| (.+?) +\| (.+?) +\|$/gm;

const terms: Term[] = [...readFileSync(join(house, list), "utf8").matchAll(termRow)].map(
  ([, english = "", chinese = "", forbidden = ""]) => ({
    english,
    chinese: chinese.split("、"),
    forbidden: forbidden.split("、"),
  }),
);

/** Where something is written in Chinese. The library and its tests are in English. */
const files = ["content/zh-cn", "src", "examples"]
  .flatMap((folder) =>
    readdirSync(join(house, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(mdx?|ts|tsx|astro|json|py)$/.test(file) && file !== list)
  .filter((file) => !/(^|\/)(node_modules|dist)\/|^src\/async-primitives\//.test(file));

const right = terms.flatMap(({ chinese }) => chinese);

/** Where `word` begins and ends in the text, each time. */
function placesOf(word: string, text: string): { start: number; end: number }[] {
  const pieces = text.split(word).slice(0, -1);
  let start = -word.length;
  return pieces.map((piece) => {
    start += word.length + piece.length;
    return { start, end: start + word.length };
  });
}

/** Whether the word is in the text by itself: 工作线 is not in 工作线程, and 几个核 not in 几个核心. */
function holds(text: string, word: string): boolean {
  if (!text.includes(word)) {
    return false;
  }
  const proper = right.flatMap((term) => placesOf(term, text));
  return placesOf(word, text).some(({ start, end }) =>
    proper.every(
      (term) => term.end <= start || term.start >= end || (term.start >= start && term.end <= end),
    ),
  );
}

function forbiddenIn(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    if (!/\p{Script=Han}/u.test(line)) {
      return [];
    }
    return terms.flatMap(({ english, chinese, forbidden }) =>
      forbidden
        .filter((word) => holds(line, word))
        .map((word) => `${index + 1}: ${word} (${english}: ${chinese.join("、")})`),
    );
  });
}

test("each term of the list has a right word and a wrong one", () => {
  expect(terms.length).toBeGreaterThan(50);
  expect(terms.filter(({ chinese, forbidden }) => forbidden.some((word) => chinese.includes(word)))).toEqual(
    [],
  );
});

test("a wrong word is found, also beside a right one that has it in itself", () => {
  expect(forbiddenIn("第一行\n每条工作线")).toEqual(["2: 工作线 (line of work: 执行流)"]);
  expect(forbiddenIn("四个工作线程")).toEqual([]);
  expect(forbiddenIn("四个工作线程，一条工作线")).toHaveLength(1);
  expect(forbiddenIn("有几个核心")).toEqual([]);
  expect(forbiddenIn("有几个核")).toEqual(["1: 几个核 (core: 核心)"]);
});

test("no Chinese text uses a word that the list forbids", () => {
  const found = files.flatMap((file) =>
    forbiddenIn(readFileSync(join(house, file), "utf8")).map((mistake) => `${file}:${mistake}`),
  );
  expect(found).toEqual([]);
});
