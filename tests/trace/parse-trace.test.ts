import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseReport } from "../../src/sandbox/parse-report.ts";
import { toOriginalPositions } from "../../src/sandbox/source-map.ts";
import { parseTrace } from "../../src/trace/parse-trace.ts";
import type { StackFrame } from "../../src/trace/stack-frame.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";

const frame: StackFrame = { caller: "main", path: "main.ts", line: 3, column: 5 };

/** One event of each kind. */
const events: readonly TraceEvent[] = [
  { at: 0, kind: "task created", task: 1, name: "Task-1", parent: 0, frames: [frame] },
  { at: 0, kind: "task renamed", task: 1, name: "main" },
  { at: 0, kind: "queued", handle: 1, label: "main" },
  { at: 0, kind: "unqueued", handle: 1 },
  { at: 0.5, kind: "began", handle: 1 },
  { at: 0.5, kind: "ended", handle: 1 },
  { at: 0.5, kind: "waits", task: 1, on: 2, what: "sleep", frames: [frame] },
  { at: 0.5, kind: "timer set", handle: 3, deadline: 1.5, label: "finish" },
  { at: 1.5, kind: "timer fired", handle: 3 },
  { at: 1.5, kind: "timer cancelled", handle: 3 },
  { at: 1.5, kind: "future done", future: 2, outcome: "result", by: 0 },
  { at: 1.5, kind: "task done", task: 1, outcome: "exception", message: "Error: no" },
  { at: 1.5, kind: "cancel", target: 1, by: 4 },
  { at: 1.5, kind: "scope opened", scope: 5, what: "timeout", owner: 1, deadline: -1 },
  { at: 1.5, kind: "scope opened", scope: 6, what: "gather", owner: 1, deadline: undefined },
  { at: 1.5, kind: "scope joined", scope: 5, member: 1 },
  { at: 1.5, kind: "scope closed", scope: 5, outcome: "cancelled" },
  { at: 1.5, kind: "lock awaited", lock: 7, future: 2 },
  { at: 1.5, kind: "lock held", lock: 7, by: [1, 4] },
  { at: 1.5, kind: "output", task: 1, line: 0, text: "hello", frames: [] },
];

const report = (...told: readonly unknown[]) => ({ type: "trace", run: 1, events: told, dropped: 0 });
const [created, , queued, , , , waits, timer, , , , done, , opened] = events;

describe("a trace of the frame", () => {
  test("is handed on with the known fields of each kind only", () => {
    const extended = events.map((event) => ({ ...event, extra: {}, __proto__: { evil: 1 } }));
    expect(parseReport(report(...extended), 1)).toEqual(report(...events));
  });

  test.for([
    ["too many events", report(...Array.from({ length: traceLimits.events + 1 }, () => queued))],
    ["a kind nobody knows", report({ at: 0, kind: "task eaten", task: 1 })],
    ["something that is no event", report(null)],
    ["a hole", { ...report(), events: new Array(1) }],
    ["a time before the run", report({ ...queued, at: -1 })],
    ["a time without end", report({ ...queued, at: Number.POSITIVE_INFINITY })],
    ["a time that is no number", report({ ...queued, at: "0" })],
    ["a task that is no number", report({ ...created, task: {} })],
    ["a task below zero", report({ ...created, task: -1 })],
    ["half a task", report({ ...created, parent: 0.5 })],
    ["a name without end", report({ ...created, name: "x".repeat(traceLimits.text + 1) })],
    ["a label that is no text", report({ ...queued, label: ["x"] })],
    ["a deadline that is no number", report({ ...timer, deadline: Number.NaN })],
    ["a deadline without end", report({ ...opened, deadline: Number.POSITIVE_INFINITY })],
    ["an outcome nobody knows", report({ ...done, outcome: "glory" })],
    ["a scope nobody knows", report({ ...opened, what: "constructor" })],
    ["no frames", report({ ...waits, frames: undefined })],
    ["too many frames", report({ ...waits, frames: Array.from({ length: 7 }, () => frame) })],
    ["a line below zero", report({ ...waits, frames: [{ ...frame, line: -1 }] })],
    ["a count that is no number", { ...report(queued), dropped: "many" }],
    ["no list", { ...report(), events: { length: 1, 0: queued } }],
  ] as const)("with %s is dropped", ([, message]) => {
    expect(parseReport(message, 1)).toBeUndefined();
  });

  test("of any shape at all is dropped or read, and never throws", () => {
    const kinds = fc.constantFrom(...events.map(({ kind }) => kind));
    const values = fc.oneof(fc.nat(), fc.string(), fc.anything());
    const fields = ["at", "task", "handle", "frames", "name", "label", "what", "outcome", "deadline"];
    const event = fc.record(
      { kind: kinds, ...Object.fromEntries(fields.map((name) => [name, values])) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(event, fc.anything())), (told) => {
        const read = parseReport(report(...told), 1);
        expect(read === undefined || read.type === "trace").toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of a file is read with the same care", () => {
    const file = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(parseTrace(file(events.map((event) => ({ ...event, extra: 1 }))))).toEqual(events);
    expect(parseTrace(file([...events, { at: -1, kind: "began", handle: 1 }]))).toBeUndefined();
    expect(parseTrace(file({ events }))).toBeUndefined();
  });

  test("gets the positions of the reader's own file", () => {
    const parsed = parseReport(report(created, queued), 1);
    // In line 3, what stands from column 5 on was at column 9 before it was compiled.
    const sourceMaps = new Map([["/main.ts", [[], [], [[4, 0, 2, 8]]]]]) as Parameters<
      typeof toOriginalPositions
    >[1];
    expect(parsed && toOriginalPositions(parsed, sourceMaps)).toEqual(
      report({ ...created, frames: [{ ...frame, column: 9 }] }, queued),
    );
  });
});
