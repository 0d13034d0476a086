import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits, type Report } from "../../src/sandbox/protocol.ts";
import { readReport, writeReport } from "../../src/sandbox/report-text.ts";

const blocked: Report = { type: "blocked", run: 1, blocked: true };

describe("a report as text", () => {
  test.for<Report>([
    blocked,
    { type: "failed", run: 1, error: { name: "Error", message: "half of a pair: \ud83d", frames: [] } },
    { type: "trace", run: 1, events: [{ at: 0.5, kind: "began", handle: 7 }], dropped: 3 },
  ])("is read as it was written: $type", (report) => {
    expect(readReport(writeReport(report), 1)).toEqual(report);
  });

  test.for([
    ["an object", blocked],
    ["text that is no JSON", "{"],
    ["a report of another run", writeReport({ ...blocked, run: 2 })],
    ["text without end", writeReport(blocked).padEnd(limits.message + 1)],
  ] as const)("is dropped if it is %s", ([, message]) => {
    expect(readReport(message, 1)).toBeUndefined();
  });

  test("is dropped or read, and never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readReport(text, 1)).toBeUndefined();
      }),
    );
  });
});
