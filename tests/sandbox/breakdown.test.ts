import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Breakdown } from "../../src/sandbox/python/breakdown.ts";

const dump = `Stack (most recent call first):
  File "main.py", line 2 in __repr__
  File "main.py", line 2 in __repr__
  File "/lib/python314.zip/json/encoder.py", line 9 in encode
  File "main.py", line 7 in <module>
  File "<exec>", line 171 in run_program
  ...
`;

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

/** CPython has broken down, and says where. */
function breakDown(): Breakdown {
  const breakdown = new Breakdown();
  console.error("An error of the program's own");
  expect(breakdown.hasBegun).toBe(false);
  console.error("Pyodide has suffered a fatal error. Please report this to the Pyodide maintainers.");
  expect(breakdown.hasBegun).toBe(true);
  breakdown.write(new TextEncoder().encode(dump));
  return breakdown;
}

test("where calls go too deep for the browser the error is Python's, and its frames are the program's, each once in a row", () => {
  const told = [new RangeError("Maximum call stack size exceeded"), new Error("too much recursion")];
  for (const error of told) {
    expect(breakDown().describe(error, "main.py")).toEqual({
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
  expect(new Breakdown().describe(error, "main.py")).toEqual({
    name: "RuntimeError",
    message: "memory access out of bounds",
    frames: [],
  });
});
