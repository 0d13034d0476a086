import { expect, test } from "vitest";
import { intervalAt, type Lane } from "../../src/playground/event-loop-view/lane.ts";
import { tableOf } from "../../src/playground/event-loop-view/table.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

const labels = viewLabelsFor("en");

/** A call that waits, is woken and goes on, and then waits for a value that is there already. */
function eventsWith(first: string | undefined, second: string | undefined): TraceEvent[] {
  const wait = { at: 0, kind: "waits", task: 1, what: "sleep", frames: [] } as const;
  const events: TraceEvent[] = [
    { at: 0, kind: "promises watched" },
    { at: 0, kind: "task created", task: 1, name: "load", parent: 0, frames: [] },
    { at: 0, kind: "began", handle: 1 },
    { ...wait, on: 2, ...(first !== undefined && { values: first }) },
    { at: 0, kind: "ended", handle: 1 },
    { at: 1, kind: "queued", handle: 1, label: "load" },
    { at: 1, kind: "began", handle: 1 },
    { ...wait, at: 1, on: 0, what: "value", ...(second !== undefined && { values: second }) },
    { at: 1, kind: "queued", handle: 1, label: "load" },
    { at: 1, kind: "ended", handle: 1 },
    { at: 1, kind: "began", handle: 1 },
  ];
  return events;
}

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

test("a call has the values of its wait until it goes on", () => {
  const timeline = timelineOf(eventsWith("a = 1", "a = 2"));
  expect(timeline.hasValues).toBe(true);
  const lane = timeline.lane(1) as Lane;
  const seen = timeline.events.map((_, index) => intervalAt(lane, index)?.values);
  const [none, one, two] = [undefined, "a = 1", "a = 2"];
  expect(seen).toEqual([none, none, none, none, one, one, none, none, none, two, none]);
});

test("a run that was recorded without values has none", () => {
  const timeline = timelineOf(eventsWith(undefined, undefined));
  expect(timeline.hasValues).toBe(false);
  expect(timeline.lane(1)?.intervals.every(({ values }) => values === undefined)).toBe(true);
});

test("the table has a column of values for who wants one, whatever they have in them", () => {
  const timeline = timelineOf(eventsWith('a = "<img>"\nb = 2', undefined));
  expect(tableOf(timeline, labels)).not.toContain("img");
  const table = tableOf(timeline, labels, "Values");
  expect(table).toContain('<th scope="col">Values</th>');
  expect(table).toContain("<td>a = &quot;&lt;img&gt;&quot;; b = 2</td>");
  const cells = table
    .split("<tr>")
    .slice(2)
    .map((row) => row.split("</td>").length - 1);
  expect(new Set(cells)).toEqual(new Set([6]));
});
