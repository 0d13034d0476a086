import { describe, expect, test } from "vitest";
import { Cursor } from "../../src/playground/event-loop-view/cursor.ts";
import { runningLine } from "../../src/playground/event-loop-view/running-line.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { waitingLinesAt } from "../../src/playground/event-loop-view/waiting-lines.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { at, parentAndChild } from "./traces.ts";

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

/** The number of the event of that kind, counted from 0, in the trace of parent and child. */
function indexOf(kind: TraceEvent["kind"], number: number): number {
  const found = parentAndChild.flatMap((event, index) => (event.kind === kind ? [index] : []));
  return found[number] ?? Number.NaN;
}

const frame = (line: number, path = "main.ts") => ({ caller: "", path, line, column: 1 });

describe("the line that has the thread", () => {
  const timeline = timelineOf(parentAndChild);
  const line = (handle: number, index: number, file = "main.ts") =>
    runningLine(timeline, handle, index, file);

  test("is that of the latest event of the step that says where it was", () => {
    expect(line(1, indexOf("task created", 1))).toBe(9);
    expect(line(1, indexOf("waits", 0))).toBe(10);
    expect(line(2, indexOf("waits", 1))).toBe(4);
  });

  test("is that where a task had waited, when its step has told of nothing yet", () => {
    expect(line(2, indexOf("began", 3))).toBe(4);
    expect(line(1, indexOf("began", 4))).toBe(10);
  });

  test("is unknown before a step has told of anything, and in another file", () => {
    expect(line(1, indexOf("began", 0))).toBeUndefined();
    expect(line(2, indexOf("waits", 1), "plain.ts")).toBeUndefined();
  });

  test("is where something is printed", () => {
    const printing = timelineOf(
      at(
        0,
        { kind: "timer fired", handle: 7 },
        { kind: "began", handle: 7 },
        { kind: "output", task: 0, line: 0, text: "tick", frames: [frame(1, "asyncio-ts"), frame(12)] },
      ),
    );
    expect(runningLine(printing, 7, 2, "main.ts")).toBe(12);
  });

  test("is that of the outer step again when what began inside of it has ended", () => {
    const eager = timelineOf(
      at(
        0,
        { kind: "task created", task: 1, name: "outer", parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "output", task: 1, line: 0, text: "", frames: [frame(3)] },
        { kind: "task created", task: 2, name: "inner", parent: 0, frames: [] },
        { kind: "began", handle: 2 },
        { kind: "output", task: 2, line: 1, text: "", frames: [frame(8)] },
        { kind: "ended", handle: 2 },
      ),
    );
    expect(runningLine(eager, 2, 5, "main.ts")).toBe(8);
    expect(runningLine(eager, 1, 6, "main.ts")).toBe(3);
  });

  test("of a call of an async function that has just begun is the first of it", () => {
    const calls = timelineOf(
      at(
        0,
        { kind: "promises watched" },
        { kind: "task created", task: 1, name: "main", parent: 0, frames: [frame(5)] },
        { kind: "began", handle: 1 },
      ),
    );
    expect(runningLine(calls, 1, 2, "main.ts")).toBe(5);
  });

  test("is still known of a task that only gave up its turn", () => {
    const yielding = timelineOf(
      at(
        0,
        { kind: "task created", task: 1, name: "a", parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "waits", task: 1, on: 0, what: "yield", frames: [frame(6)] },
        { kind: "queued", handle: 1, label: "a" },
        { kind: "ended", handle: 1 },
        { kind: "began", handle: 1 },
      ),
    );
    expect(runningLine(yielding, 1, 5, "main.ts")).toBe(6);
  });
});

test("who waits at which line is told of any moment", () => {
  const timeline = timelineOf(parentAndChild);
  const waiting = (index: number) =>
    [...waitingLinesAt(timeline.lanes, "main.ts", index)].map(([line, { named }]) => [line, named]);
  expect(waiting(indexOf("began", 0))).toEqual([]);
  expect(waiting(indexOf("ended", 1))).toEqual([
    [10, ["Task-1 · main"]],
    [4, ["child"]],
  ]);
  expect(waiting(indexOf("began", 3))).toEqual([[10, ["Task-1 · main"]]]);
  expect(waiting(parentAndChild.length - 1)).toEqual([]);
});

test("of many who wait at a line a few are named, and the others are counted", () => {
  const frames = [frame(3)];
  const waiting = (task: number) =>
    at(
      0,
      { kind: "task created", task, name: `t${task}`, parent: 0, frames: [] },
      { kind: "began", handle: task },
      { kind: "waits", task, on: 1_000 + task, what: "sleep", frames },
      { kind: "ended", handle: task },
    );
  const timeline = timelineOf(Array.from({ length: 20 }, (_, index) => waiting(index + 1)).flat());
  expect([...waitingLinesAt(timeline.lanes, "main.ts", timeline.end.index)]).toEqual([
    [3, { named: ["t1", "t2", "t3", "t4"], more: 16 }],
  ]);
});

describe("the cursor", () => {
  const cursor = () => new Cursor(timelineOf(parentAndChild));
  const last = parentAndChild.length - 1;

  test("is at the end until the reader puts it elsewhere, and again when it follows the run", () => {
    const moved = cursor();
    expect([moved.index, moved.isAtEnd]).toEqual([last, true]);
    moved.moveTo(3);
    expect([moved.index, moved.isAtEnd]).toEqual([3, false]);
    moved.follow();
    expect(moved.isAtEnd).toBe(true);
  });

  test("looks at what the pointer is over, and goes back when the pointer leaves", () => {
    const pointed = cursor();
    pointed.moveTo(3);
    pointed.pointTo(8);
    expect(pointed.index).toBe(8);
    pointed.leave();
    expect(pointed.index).toBe(3);
  });

  test("goes on from where the pointer is", () => {
    const moved = cursor();
    moved.pointTo(indexOf("began", 3));
    moved.moveBy(1);
    moved.leave();
    expect(moved.index).toBe(indexOf("output", 0));
  });
});
