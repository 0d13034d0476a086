import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseReport } from "../../src/sandbox/parse-report.ts";
import { limits, type Report } from "../../src/sandbox/protocol.ts";

const nested = (depth: number): object => ({
  name: "n",
  preview: "p",
  members: depth === 0 ? [] : [nested(depth - 1)],
});
const entry = (parts: unknown[]) => ({ method: "log", parts, depth: 0, time: 1 });
const consoleReport = (entries: unknown[]) => ({ type: "console", run: 1, entries, dropped: 0 });

describe("a message of the frame", () => {
  test("is handed on with its known fields only", () => {
    const report = consoleReport([
      { ...entry([{ kind: "text", text: "a", extra: 1 }]), __proto__: { evil: 1 } },
    ]);
    expect(parseReport({ ...report, extra: true }, 1)).toEqual(
      consoleReport([entry([{ kind: "text", text: "a" }])]),
    );
  });

  test("of another run is dropped", () => {
    expect(parseReport({ type: "done", run: 2 }, 1)).toBeUndefined();
  });

  test.for([
    ["a list with holes", consoleReport(new Array(3))],
    ["values with holes", consoleReport([entry([{ kind: "value", preview: "", members: new Array(3) }])])],
    ["too many entries", consoleReport(Array.from({ length: limits.entries + 1 }, () => entry([])))],
    ["too long a text", consoleReport([entry([{ kind: "text", text: "x".repeat(limits.text + 1) }])])],
    [
      "values too deep",
      consoleReport([entry([{ kind: "value", preview: "", members: [nested(limits.depth + 1)] }])]),
    ],
    [
      "too many values",
      consoleReport([
        entry(
          Array.from({ length: 40 }, () => ({
            kind: "value",
            preview: "",
            members: Array.from({ length: 150 }, () => nested(0)),
          })),
        ),
      ]),
    ],
    [
      "texts that are too much together",
      consoleReport(
        Array.from({ length: 20 }, () => entry([{ kind: "text", text: "x".repeat(limits.weight / 20) }])),
      ),
    ],
    [
      "a table that is too much",
      consoleReport([
        entry(
          Array.from({ length: 3 }, () => ({
            kind: "table",
            header: [],
            rows: new Array(200).fill(new Array(20).fill("")),
          })),
        ),
      ]),
    ],
    [
      "errors that are too much together",
      consoleReport([
        entry(
          new Array(200).fill({ kind: "error", error: { name: "", message: "x".repeat(1_000), frames: [] } }),
        ),
      ]),
    ],
    ["a time that is no number", consoleReport([{ ...entry([]), time: Number.NaN }])],
    ["a method nobody knows", consoleReport([{ ...entry([]), method: "shout" }])],
    [
      "a line below zero",
      {
        type: "failed",
        run: 1,
        error: { name: "", message: "", frames: [{ caller: "", path: "", line: -1, column: 0 }] },
      },
    ],
  ] as const)("with %s is dropped", ([, message]) => {
    expect(parseReport(message, 1)).toBeUndefined();
  });

  test("of any shape at all is dropped or read, and never throws", () => {
    const kinds = fc.constantFrom("console", "failed", "done", "blocked", "trace", "paused", "other");
    const message = fc.record({
      type: kinds,
      run: fc.constantFrom(1, 2),
      entries: fc.anything(),
      events: fc.anything(),
      error: fc.anything(),
      dropped: fc.anything(),
      blocked: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(message, fc.anything()), (data) => {
        const report: Report | undefined = parseReport(data, 1);
        expect(report === undefined || report.run === 1).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
