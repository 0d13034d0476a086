import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { isPuzzle, readPuzzle, readWrongOutputs } from "../../src/examples/read-puzzle.ts";
import { judgeOrder } from "../../src/puzzle/judge-order.ts";
import { misconceptions } from "../../src/puzzle/misconceptions.ts";
import { runUnderMisconceptions } from "./changed-rules.ts";

const puzzles = listExamples()
  .map((path) => readExample(path))
  .filter(isPuzzle);

// Side by side, because each change is a process of its own.
describe.concurrent.for(puzzles)("the puzzle $path", (example) => {
  test("has the orders that come out when it runs under changed rules", async () => {
    expect(Object.entries(readWrongOutputs(example))).toEqual(
      Object.entries(await runUnderMisconceptions(example)),
    );
  });

  test("answers each of its wrong orders with its misconception", () => {
    const puzzle = readPuzzle(example);
    expect(puzzle.wrongOrders).not.toEqual([]);
    for (const { lines, name } of puzzle.wrongOrders) {
      expect(judgeOrder(lines, puzzle)?.misconception?.name).toEqual(name);
    }
  });

  test("says the right order when asked for it", () => {
    const puzzle = readPuzzle(example);
    expect(judgeOrder(puzzle.lines, puzzle)).toBeUndefined();
    expect(`${puzzle.lines.join("\n")}\n`).toBe(example.output);
  });

  test("is not asked in order", () => {
    const { lines } = readPuzzle(example);
    expect(lines.toSorted()).not.toEqual(lines);
  });
});

test("each misconception is that of a puzzle", () => {
  const found = new Set(puzzles.flatMap((example) => Object.keys(readWrongOutputs(example))));
  expect([...found].sort()).toEqual(Object.keys(misconceptions).sort());
});

test("each puzzle is shown on a page", () => {
  const content = join(import.meta.dirname, "../../content");
  const pages = readdirSync(content)
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => readFileSync(join(content, name), "utf8"));
  const shownOn = puzzles.map(({ path }) => pages.findIndex((text) => text.includes(`path="${path}"`)));
  expect(shownOn).not.toContain(-1);
});
