import { describe, expect, test } from "vitest";
import { layOut } from "../../src/playground/event-loop-view/axis.ts";
import { draw } from "../../src/playground/event-loop-view/draw.ts";
import { listMarks } from "../../src/playground/event-loop-view/line-marks.ts";
import { LoopSnapshots } from "../../src/playground/event-loop-view/loop-state.ts";
import { tableOf } from "../../src/playground/event-loop-view/table.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { waitingLinesAt } from "../../src/playground/event-loop-view/waiting-lines.ts";
import { parseTraceFile } from "../../src/trace/parse-trace-file.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { hostileTraces } from "./hostile-traces.ts";
import { at } from "./traces.ts";

const words = viewLabelsFor("en");
/** How many elements a picture of eight rows has at most, whatever it is about. */
const mostElements = 15_000;

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

function pictureOf(timeline: Timeline): string {
  const axis = layOut(timeline.moments, timeline.end.at, 800);
  const viewport = { from: 0, to: 1, width: 800, top: 0, rows: Math.min(8, timeline.rows.length) };
  return draw({ timeline, axis, viewport, words, id: "test", now: timeline.end });
}

describe.each(Object.entries(hostileTraces))("a trace of %s", (_, make) => {
  test("is read, and what is drawn of it is bounded", async () => {
    const events = await parseTraceFile(JSON.stringify(make()));
    expect(events).toBeInstanceOf(Array);
    const timeline = timelineOf(events as TraceEvent[]);
    const picture = pictureOf(timeline);
    expect(picture.split("<").length).toBeLessThan(mostElements);
    expect(picture).not.toMatch(/NaN|Infinity/);
    const table = tableOf(timeline, words);
    expect(table.split("<tr>").length).toBeLessThanOrEqual(1_002);
    expect(table.length).toBeLessThan(1_000_000);
    const last = timeline.events.length - 1;
    const waiting = waitingLinesAt(timeline.lanes, "main.ts", last);
    expect(listMarks({ waiting, lit: [], ran: [], running: undefined }).length).toBeLessThanOrEqual(500);
    // Any moment, forwards and backwards.
    const states = new LoopSnapshots(timeline);
    for (const index of [last, 0, last >> 1, last]) {
      expect(states.at(index).running.length).toBeLessThanOrEqual(timeline.events.length);
    }
  });
});

test("a callback that ends over and over again blocks the loop once", () => {
  const ended = { kind: "ended", handle: 1 } as const;
  const timeline = timelineOf([...at(0, { kind: "began", handle: 1 }), ...at(1, ended, ended, ended)]);
  expect(timeline.blocks).toHaveLength(1);
});

test("a task that a program makes again, even under its own child, stays what and where it was", () => {
  const made = (task: number, parent: number) =>
    ({ kind: "task created", task, name: `under ${parent}`, parent, frames: [] }) as const;
  const timeline = timelineOf(at(0, made(1, 0), made(2, 1), made(1, 2), made(0, 2)));
  expect(timeline.tasks.map(({ task, name, depth }) => [task, name, depth])).toEqual([
    [1, "under 0", 0],
    [2, "under 1", 1],
  ]);
});

test("a time that a program turns back stands still", () => {
  const began = { kind: "began", handle: 1 } as const;
  const timeline = timelineOf([...at(5, began), ...at(1, { kind: "ended", handle: 1 }), ...at(7, began)]);
  expect(timeline.moments.map(({ at: time }) => time)).toEqual([5, 5, 7]);
});
