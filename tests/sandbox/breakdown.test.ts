import { expect, test } from "vitest";
import { Breakdown } from "../../src/sandbox/python/breakdown.ts";

const dump = `Stack (most recent call first):
  File "main.py", line 2 in __repr__
  File "main.py", line 2 in __repr__
  File "/lib/python314.zip/json/encoder.py", line 9 in encode
  File "main.py", line 7 in <module>
  File "<exec>", line 171 in run_program
  ...`.split("\n");

/** What hears the lines that CPython writes, and those that are told as the program's. */
function hear(...lines: readonly string[]) {
  const told: string[] = [];
  const breakdown = new Breakdown((line) => told.push(line));
  for (const line of lines) {
    breakdown.hear(line);
  }
  return { breakdown, told };
}

test("the program's own lines are told as they come, and a stack that it asks for when it goes on or ends", () => {
  const { breakdown, told } = hear("one", ...dump);
  expect(told).toEqual(["one"]);
  breakdown.hear("two");
  expect(told).toEqual(["one", ...dump, "two"]);
  breakdown.hear(dump[0] ?? "");
  breakdown.release();
  expect(told.at(-1)).toBe(dump[0]);
});

test("where calls go too deep for the browser the error is Python's, and its frames are the program's, each once in a row", () => {
  const told = [new RangeError("Maximum call stack size exceeded"), new Error("too much recursion")];
  for (const error of told) {
    expect(hear(...dump).breakdown.describe(error, "main.py")).toEqual({
      name: "RecursionError",
      message: "The calls go deeper than a page has room for: it has less than a machine.",
      frames: [
        { caller: "__repr__", path: "main.py", line: 2, column: 0 },
        { caller: "", path: "main.py", line: 7, column: 0 },
      ],
    });
  }
});

test("any other breakdown is told in the words of the browser", () => {
  const error = new WebAssembly.RuntimeError("memory access out of bounds");
  expect(hear().breakdown.describe(error, "main.py")).toEqual({
    name: "RuntimeError",
    message: "memory access out of bounds",
    frames: [],
  });
});
