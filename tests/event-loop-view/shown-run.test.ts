import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ShownRun } from "../../src/playground/event-loop-view/shown-run.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

const began: TraceEvent[] = [
  { at: 0, kind: "queued", handle: 1, label: "spin" },
  { at: 1, kind: "began", handle: 1 },
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function stoppedAfter(milliseconds: number, events: readonly TraceEvent[], dropped = 0): number {
  const run = new ShownRun({ isOwn: true });
  run.timeline.add(events);
  run.dropped = dropped;
  vi.advanceTimersByTime(milliseconds);
  run.end(1);
  vi.advanceTimersByTime(1000);
  return run.now(0).at;
}

test("a run that was stopped while a step had the thread is drawn until it was stopped", () => {
  expect(stoppedAfter(4000, began)).toBe(5);
});

test("any other run is drawn until its last event", () => {
  expect(stoppedAfter(4000, [])).toBe(0);
  expect(stoppedAfter(4000, [...began, { at: 2, kind: "ended", handle: 1 }])).toBe(2);
});

test("a run of which no more was kept is drawn until its last event, as nobody knows who had the thread then", () => {
  expect(stoppedAfter(4000, began, 1)).toBe(1);
});
