import { expect, test } from "vitest";
import { judgeOrder } from "../../src/puzzle/judge-order.ts";
import type { Puzzle } from "../../src/puzzle/puzzle.ts";

const named = (name: string) => ({ name: { en: name, "zh-cn": name }, why: { en: "", "zh-cn": "" } });
const puzzle: Puzzle = {
  lines: ["a", "b", "c", "d"],
  wrongOrders: [
    { ...named("c is early"), lines: ["a", "c", "b", "d"] },
    { ...named("d is early"), lines: ["a", "b", "d", "c"] },
    { ...named("b is first"), lines: ["b", "a", "d", "c"] },
  ],
};

test("the right order has no mistake", () => {
  expect(judgeOrder(["a", "b", "c", "d"], puzzle)).toBeUndefined();
});

test.for([
  { given: ["a", "c", "b", "d"], index: 1, right: "b", name: "c is early" },
  { given: ["a", "b", "d", "c"], index: 2, right: "c", name: "d is early" },
  { given: ["b", "a", "d", "c"], index: 0, right: "a", name: "b is first" },
])("$given is what comes out if $name", ({ given, index, right, name }) => {
  expect(judgeOrder(given, puzzle)).toMatchObject({ index, right, misconception: { name: { en: name } } });
});

test("the first wrong line tells the misconception, whatever comes after it", () => {
  expect(judgeOrder(["a", "c", "d", "b"], puzzle)?.misconception?.name.en).toBe("c is early");
});

test("a mistake that no misconception explains is told without one", () => {
  expect(judgeOrder(["d", "a", "b", "c"], puzzle)).toEqual({
    index: 0,
    right: "a",
    misconception: undefined,
  });
});

test("lines that are alike may change places", () => {
  const twice: Puzzle = { lines: ["a", "b", "a"], wrongOrders: [] };
  expect(judgeOrder(["a", "b", "a"], twice)).toBeUndefined();
  expect(judgeOrder(["a", "a", "b"], twice)?.index).toBe(1);
});
