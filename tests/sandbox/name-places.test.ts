import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { captureConsole } from "../../src/sandbox/capture-console.ts";
import { describeError } from "../../src/sandbox/describe-error.ts";
import { type ConsolePart, limits } from "../../src/sandbox/protocol.ts";
import { readReport, writeReport } from "../../src/sandbox/report-text.ts";
import { type SourceMaps, toOriginalPositions } from "../../src/sandbox/source-map.ts";

const own = "blob:null/11111111-aaaa";
const foreign = "blob:null/22222222-bbbb";
const modules = new Map([
  [own, { path: "main.ts", columnBefore: (_: number, column: number) => column - 10 }],
]);
/** Compiling put three columns before all of line 9. */
const sourceMaps: SourceMaps = new Map([["/main.ts", [...Array(8).fill([]), [[3, 0, 8, 0]]]]]);

const before = { ...console };
let parts: readonly ConsolePart[] = [];

beforeEach(() => {
  captureConsole(
    modules,
    (entries) => {
      const crossed = readReport(writeReport({ type: "console", run: 1, entries, dropped: 0 }), 1);
      const shown = crossed && toOriginalPositions(crossed, sourceMaps);
      parts = shown?.type === "console" ? (shown.entries.at(-1)?.parts ?? []) : [];
    },
    () => {},
  );
});
afterAll(() => void Object.assign(console, before));

describe.for([
  {
    engine: "V8",
    stack: `Error: x\n    at start (${own}:9:17)\n    at ${foreign}:2:12274\n    at new Promise (<anonymous>)\n    at async ${own}:7:16`,
    told: "Error: x\n    at start (main.ts:9:4)\n    at new Promise (<anonymous>)\n    at async main.ts:7:6",
  },
  {
    engine: "the others",
    stack: `begin@${foreign}:2:3\nstart@${own}:9:17\nbegin@${foreign}:2:3\n@${own}:7:16`,
    told: "start@main.ts:9:4\n@main.ts:7:6",
  },
])("a stack in the words of $engine is told in places of the reader's files", ({ stack, told }) => {
  const quoted = `'${told.replaceAll("\n", "\\n")}'`;

  test("as a text", () => {
    console.log(stack);
    expect(parts).toEqual([{ kind: "text", text: told, hasPlaces: true }]);
    console.error("%s!", stack);
    expect(parts).toMatchObject([{ text: `${told}!` }]);
    console.warn(1, stack);
    expect(parts).toMatchObject([{}, { text: told }]);
    console.log(JSON.stringify({ stack }));
    expect(parts).toMatchObject([{ text: JSON.stringify({ stack: told }) }]);
  });

  test("in an object, an array and a map", () => {
    console.log({ stack, code: 1 });
    expect(parts).toMatchObject([
      { preview: `{ stack: ${quoted}, code: 1 }`, members: [{ name: "stack", preview: quoted }, {}] },
    ]);
    console.log("%o", [stack]);
    expect(parts).toMatchObject([{ text: `[ ${quoted} ]` }]);
    console.log(new Map([["failed", stack]]));
    expect(parts).toMatchObject([
      { preview: `Map{ 'failed' => ${quoted} }`, members: [{ preview: quoted }] },
    ]);
  });

  test("in a table", () => {
    console.table([{ stack }, stack]);
    expect(parts).toMatchObject([
      {
        rows: [
          ["0", quoted, ""],
          ["1", "", quoted],
        ],
      },
    ]);
  });

  test("in the message of an error, of its cause, and of those in a group", () => {
    const inner = new Error(`failed:\n${stack}`);
    for (const error of [inner, new Error("m", { cause: inner }), new AggregateError([inner], "m")]) {
      console.log(error);
      expect(parts).toMatchObject([{ error: { message: expect.stringContaining(told) } }]);
      expect(JSON.stringify(parts)).not.toContain("blob:");
      expect(describeError(error, modules).message).not.toContain("blob:");
      console.log({ error });
      expect(JSON.stringify(parts)).toContain("main.ts:9:4");
      expect(JSON.stringify(parts)).not.toContain("blob:");
    }
  });
});

test("an address that a program has made and prints stays as it is", () => {
  const text = `at ${foreign} and\n${foreign}:1:2`;
  console.log(text);
  expect(parts).toEqual([{ kind: "text", text }]);
  console.log({ address: foreign });
  expect(parts).toMatchObject([{ preview: `{ address: '${foreign}' }` }]);
});

test("a place that a program has written by itself keeps its column", () => {
  console.log("    at start (main.ts:9:7)", ["    at start (main.ts:9:7)"]);
  expect(parts).toMatchObject([
    { text: "    at start (main.ts:9:7)" },
    { members: [{ preview: "'    at start (main.ts:9:7)'" }] },
  ]);
});

test("a long stack in an object ends without a piece of an address", () => {
  const stack = `Error: x${`\n    at start (${own}:9:17)`.repeat(200)}`;
  console.log({ stack });
  console.table([stack]);
  expect(JSON.stringify(parts)).not.toContain("blob:");
});

test("what is printed stays within what a text may be, whatever is in it", () => {
  console.log("blob:".repeat(100_000));
  expect(parts).toMatchObject([{ kind: "text" }]);
  expect(JSON.stringify(parts).length).toBeLessThan(limits.text + 100);
});
