import { describe, expect, test } from "vitest";
import { describeTable } from "../../src/sandbox/describe-table.ts";
import { formatMessage } from "../../src/sandbox/format-message.ts";
import { parseReport } from "../../src/sandbox/parse-report.ts";
import { type ConsolePart, limits, type ValueMember } from "../../src/sandbox/protocol.ts";
import { weigh } from "../../src/sandbox/weigh.ts";

/** Whether the page believes what the worker says it printed: one invalid value, and all lines of the message are lost. */
function isBelieved(parts: readonly (ConsolePart | undefined)[]): boolean {
  const entries = [{ method: "log", parts, depth: 0, time: 0 }];
  return parseReport(structuredClone({ type: "console", run: 1, entries, dropped: 0 }), 1) !== undefined;
}

const countMembers = (members: readonly ValueMember[]): number =>
  members.reduce((sum, member) => sum + 1 + countMembers(member.members), 0);

describe("what a program prints", () => {
  test("has zeros as Node writes them", () => {
    expect(formatMessage([[0, -0, 1], { a: 0 }], new Map())).toMatchObject([
      { preview: "[ 0, -0, 1 ]", members: [{ preview: "0" }, { preview: "-0" }, { preview: "1" }] },
      { preview: "{ a: 0 }" },
    ]);
    expect(formatMessage(["%o and +0", { a: "+0" }], new Map())).toEqual([
      { kind: "text", text: "{ a: '+0' } and +0" },
    ]);
  });

  test("is shown however many large values one line has", () => {
    const large = Array.from({ length: 200 }, () => Array.from({ length: 20 }, (_, index) => index));
    for (const values of [
      [large, large, large],
      ["three of them:", large, large, large],
    ]) {
      const parts = formatMessage(values, new Map());
      const members = parts.flatMap((part) => (part.kind === "value" ? part.members : []));
      expect(countMembers(members)).toBeGreaterThan(500);
      expect(weigh(members)).toBeLessThanOrEqual(limits.values);
      expect(isBelieved(parts)).toBe(true);
    }
  });

  test.each([
    ["a key", [{ ["x".repeat(30_000)]: 1 }], undefined],
    ["a wished-for column", [{ a: 1 }], ["x".repeat(30_000)]],
    ["the name of a row", { ["x".repeat(30_000)]: { a: 1 } }, undefined],
    ["a key of a map", new Map([["x".repeat(30_000), 1]]), undefined],
  ])("is shown as a table although %s is longer than a text may be", (_, data, columns) => {
    expect(isBelieved([describeTable(data, columns)])).toBe(true);
  });
});
