import { describe, expect, test } from "vitest";
import { captureConsole } from "../../src/sandbox/capture-console.ts";
import { parseReport } from "../../src/sandbox/parse-report.ts";
import { type ConsoleEntry, limits } from "../../src/sandbox/protocol.ts";
import { weigh } from "../../src/sandbox/weigh.ts";

const long = "x".repeat(limits.text);
const ofLong = (length: number) => Array.from({ length }, () => long);
const many = <Value>(length: number, make: (index: number) => Value) =>
  Array.from({ length }, (_, index) => make(index));

/** What is sent of what a program prints; the console that it prints to is put back. */
function sent(program: () => void): { lines: readonly ConsoleEntry[]; dropped: number } {
  const own = { ...console };
  const lines: ConsoleEntry[] = [];
  let missing = 0;
  const captured = captureConsole(
    new Map(),
    (entries, dropped) => {
      expect(weigh(entries.map(({ parts }) => parts))).toBeLessThanOrEqual(limits.weight);
      const report = { type: "console", run: 1, entries, dropped } as const;
      expect(parseReport(structuredClone(report), 1), "is believed").toEqual(report);
      lines.push(...entries);
      missing += dropped;
    },
    () => {},
  );
  try {
    program();
  } finally {
    Object.assign(console, own);
  }
  captured.flush();
  return { lines, dropped: missing };
}

const heavy: readonly (readonly [what: string, print: () => void])[] = [
  ["a long text many times over", () => console.log(...ofLong(limits.members))],
  ["a list of long texts", () => console.log(ofLong(limits.members))],
  ["many long lists", () => console.log(...many(limits.members, () => ofLong(20)))],
  ["a deep tree", () => console.log(many(20, () => many(20, () => many(20, (leaf) => ({ [leaf]: long })))))],
  ["long errors", () => console.log(...many(20, () => new RangeError(long)))],
  ["a wide table", () => console.table(many(limits.members, () => many(20, () => long)))],
  [
    "a long format",
    () => console.log("%o".repeat(limits.members - 1), ...many(limits.members, () => ofLong(20))),
  ],
];

test.each(heavy)("%s is sent as one line that is believed", (_, print) => {
  const { lines, dropped } = sent(print);
  expect(lines).toHaveLength(1);
  expect(dropped).toBe(0);
  expect(weigh(lines[0]?.parts)).toBeGreaterThan(1_000);
});

describe("of a flood", () => {
  test.each(heavy)(
    "of %s each message weighs no more than may be, and the last line is there",
    (_, print) => {
      const { lines, dropped } = sent(() => {
        for (let line = 0; line < 30; line++) {
          print();
        }
        console.log("the last line");
      });
      expect(lines.at(-1)?.parts).toEqual([{ kind: "text", text: "the last line" }]);
      expect(lines.length + dropped).toBe(31);
    },
  );

  test("of short lines the last ones are sent, and the number of the others", () => {
    const { lines, dropped } = sent(() => {
      for (let line = 0; line < 20_000; line++) {
        console.log(line);
      }
    });
    expect(lines.length + dropped).toBe(20_000);
    expect(lines.at(-1)?.parts).toEqual([{ kind: "text", text: "19999" }]);
  });
});
