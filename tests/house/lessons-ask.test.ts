import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Example, readExample } from "../../src/examples/read-example.ts";
import { isPuzzle } from "../../src/examples/read-puzzle.ts";
import { lessons, readingOrder } from "../../src/site-pages/sidebar.ts";

const house = join(import.meta.dirname, "../..");

/** Pages of the course that are no lessons, and why they need not ask. */
const noLessons: Readonly<Record<string, string>> = {
  watch: "any program of the reader's can be watched there, and six riddles besides",
  "cheat-sheet": "is looked things up in",
  glossary: "is looked things up in",
  references: "leads elsewhere",
  teach: "speaks to those who teach, and says which puzzles to ask",
};

const summaries = {
  en: { hint: "A hint", reason: /<summary>.*, and why<\/summary>/ },
  "zh-cn": { hint: "提示", reason: /<summary>.*，为什么<\/summary>/ },
} as const;

function pageOf(lesson: string, language: keyof typeof summaries): string {
  return readFileSync(join(house, "content", language === "en" ? "" : language, `${lesson}.mdx`), "utf8");
}

function examplesOn(page: string): Example[] {
  return [...page.matchAll(/<Example\s+path="([^"]+)"/g)].map(([, path = ""]) => readExample(path));
}

/** In plain promises, since most readers' own bugs are in these. */
function isBugToFind({ kind, judge, beginning, files }: Example): boolean {
  const code = files.find(({ name }) => name === beginning)?.code ?? "";
  return kind === "exercise" && judge === "host" && beginning === "plain.ts" && /find the bug/i.test(code);
}

/** What stands between an exercise and the next one. */
function foldsOf(path: string, page: string): string {
  const after = page
    .slice(page.indexOf(`<Example path="${path}"`))
    .split("\n")
    .slice(1)
    .join("\n");
  return after.slice(0, after.search(/^\*\*\d+\.\*\*|$(?![\s\S])/m));
}

describe.for(lessons)("the lesson %s", (lesson) => {
  const examples = examplesOn(pageOf(lesson, "en"));

  test("asks for two orders", () => {
    expect(examples.filter(isPuzzle).length).toBeGreaterThanOrEqual(2);
  });

  test("has a bug to find in plain promises", () => {
    expect(examples.filter(isBugToFind)).not.toEqual([]);
  });

  test.for(["en", "zh-cn"] as const)("has a hint and a reason for each exercise, in %s", (language) => {
    const { hint, reason } = summaries[language];
    const page = pageOf(lesson, language);
    const lacking = examples
      .filter(({ kind }) => kind === "exercise")
      .map(({ path }) => ({ path, folds: foldsOf(path, page) }))
      .filter(({ folds }) => !folds.includes(`<summary>${hint}</summary>`) || !reason.test(folds));
    expect(lacking.map(({ path }) => path)).toEqual([]);
  });
});

test("each page of the course is a lesson, or it is said why it is none", () => {
  expect(readingOrder.filter((page) => !lessons.includes(page)).sort()).toEqual(
    Object.keys(noLessons).sort(),
  );
});
