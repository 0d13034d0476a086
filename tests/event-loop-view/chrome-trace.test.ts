import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type ChromeEvent,
  type ChromeTrace,
  chromeTraceOf,
} from "../../src/playground/event-loop-view/chrome-trace.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { hostileTraces } from "./hostile-traces.ts";
import { parentAndChild } from "./traces.ts";

function chromeTrace(events: readonly TraceEvent[]): ChromeTrace {
  const timeline = new Timeline();
  timeline.add(events);
  return chromeTraceOf(timeline, viewLabelsFor("en"));
}

const ofKind = ({ traceEvents }: ChromeTrace, ph: ChromeEvent["ph"]) =>
  traceEvents.filter((event) => event.ph === ph);

/** Runs of every kind: promises in Node, loops of the library and of CPython, with scopes and cancellations in them. */
const recordedRuns = [
  ...readdirSync("examples/watch").map((slug) => `watch/${slug}/trace.json`),
  ...globSync("*/*/trace.python.json", { cwd: "examples" }),
  ...globSync("{cancellation,structured-concurrency}/*/trace.json", { cwd: "examples" }),
];

/** What an event of a kind has beside its name, its kind, its thread and its time. */
const fieldsOf: Readonly<Record<ChromeEvent["ph"], readonly string[]>> = {
  M: ["args"],
  X: ["cat", "dur"],
  i: ["s"],
  s: ["cat", "id"],
  f: ["cat", "id", "bp"],
  b: ["cat", "id"],
  e: ["cat", "id"],
};

const traces: readonly (readonly [string, () => readonly TraceEvent[]])[] = [
  ["a task and its child", () => parentAndChild],
  ...recordedRuns.map((file) => [file, () => JSON.parse(readFileSync(`examples/${file}`, "utf8"))] as const),
  ...Object.entries(hostileTraces),
];

describe.each(traces)("the Chrome trace of %s", (_, make) => {
  const trace = chromeTrace(make());

  test("is JSON whose times are numbers and never go back", () => {
    const read: ChromeTrace = JSON.parse(JSON.stringify(trace));
    let latest = 0;
    for (const { ts, dur = 0 } of read.traceEvents) {
      expect(ts >= latest && dur >= 0 && Number.isSafeInteger(ts + dur)).toBe(true);
      latest = ts;
    }
  });

  test("has the fields in each event that the format asks for, and ids for those that belong together alone", () => {
    for (const { name, ph, pid, tid, ts, ...more } of trace.traceEvents) {
      expect([typeof name, ...[pid, tid, ts].map(Number.isSafeInteger)]).toEqual([
        "string",
        true,
        true,
        true,
      ]);
      const { args, ...fields } = more;
      const wanted = fieldsOf[ph].filter((field) => field !== "args");
      expect(Object.keys(fields).sort()).toEqual(wanted.toSorted());
      expect(ph !== "M" || args !== undefined).toBe(true);
    }
  });

  test("names its process and each of its threads, before anything happens in them", () => {
    const named = new Set(
      ofKind(trace, "M").flatMap(({ name, tid }) => (name === "thread_name" ? [tid] : [])),
    );
    expect(ofKind(trace, "M").filter(({ name }) => name === "process_name")).toHaveLength(1);
    expect(trace.traceEvents.every(({ ph, pid, tid }) => pid === 1 && (ph === "M" || named.has(tid)))).toBe(
      true,
    );
    const firstOther = trace.traceEvents.findIndex(({ ph }) => ph !== "M");
    expect(
      trace.traceEvents.slice(firstOther === -1 ? Infinity : firstOther).some(({ ph }) => ph === "M"),
    ).toBe(false);
  });

  test("has an end for each arrow and each scope that begins, and none twice", () => {
    for (const [begin, end] of [
      ["s", "f"],
      ["b", "e"],
    ] as const) {
      const open = new Set<number | undefined>();
      let pairs = 0;
      for (const { ph, id } of trace.traceEvents) {
        if (ph === begin) {
          expect(open.has(id)).toBe(false);
          open.add(id);
        } else if (ph === end) {
          expect(open.delete(id)).toBe(true);
          pairs++;
        }
      }
      expect(open.size).toBe(0);
      expect(pairs).toBe(ofKind(trace, begin).length);
    }
  });

  test("has no two intervals of a thread that cover each other", () => {
    const until = new Map<number, number>();
    for (const { tid, ts, dur = 0 } of ofKind(trace, "X")) {
      expect(ts >= (until.get(tid) ?? 0)).toBe(true);
      until.set(tid, ts + dur);
    }
  });
});

test("a Chrome trace tells who woke whom, what was printed, and where a task waits", () => {
  const trace = chromeTrace(parentAndChild);
  const ends = new Map(ofKind(trace, "f").map(({ id, tid }) => [id, tid]));
  // The timer wakes the child, and the child its parent.
  expect(ofKind(trace, "s").map(({ id, tid }) => [tid, ends.get(id)])).toEqual([
    [1, 3],
    [3, 2],
  ]);
  expect(ofKind(trace, "i").find(({ name }) => name === "prints")?.args).toEqual({ text: "hello" });
  expect(ofKind(trace, "X").find(({ name }) => name === "waits: sleep")).toMatchObject({
    ts: 0,
    dur: 1_000_000,
    args: { file: "main.ts", line: 4 },
  });
});
