import { expect, test } from "vitest";
import { layOut } from "../../src/playground/event-loop-view/axis.ts";
import { drawEnlarged } from "../../src/playground/event-loop-view/draw-enlarged.ts";
import { PlotScale } from "../../src/playground/event-loop-view/plot-scale.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { at, parentAndChild } from "./traces.ts";

const width = 600;

/** The marks of a picture: where each begins and ends, in percents. */
function markedIn(events: readonly TraceEvent[], from = 0, to = 1): { from: number; to: number }[] {
  const timeline = new Timeline();
  timeline.add(events);
  const axis = layOut(timeline.moments, timeline.end.at, width);
  const viewport = { from, to, width, top: 0, rows: 2 };
  const words = viewLabelsFor("en");
  const scale = new PlotScale({ timeline, axis, viewport, words, id: "test", now: timeline.end });
  const bands = drawEnlarged(scale).matchAll(/x="(-?[\d.]+)%" width="([\d.]+)%"/g);
  return [...bands].map(([, x, wide]) => ({ from: Number(x), to: Number(x) + Number(wide) }));
}

test("the steps of one instant are a mark on the axis, and the wait between them is none", () => {
  const [first, second, ...more] = markedIn(parentAndChild);
  expect(more).toEqual([]);
  expect(first?.from).toBe(0);
  expect(second?.to).toBeCloseTo(98.5, 0);
  // A second of waiting has at least the two thirds of the width that steps never take.
  expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThan(60);
});

test("where no time passes, all of the axis is enlarged", () => {
  const bands = markedIn(parentAndChild.filter(({ at }) => at === 0));
  expect(bands).toHaveLength(1);
  expect(bands[0]?.to).toBeGreaterThan(90);
});

test("a step that takes as long as it is wide is to scale", () => {
  const busy = [
    ...at(
      0,
      { kind: "task created", task: 1, name: "Task-1", parent: 0, frames: [] },
      { kind: "queued", handle: 1, label: "Task-1" },
    ),
    ...at(0.5, { kind: "began", handle: 1 }),
    ...at(1, { kind: "ended", handle: 1 }),
  ] as const;
  // That it was made took no time.
  expect(markedIn(busy)).toEqual([{ from: 0, to: expect.closeTo(0.6) }]);
});

test("in a part of the run the marks of that part are drawn", () => {
  const [, second] = markedIn(parentAndChild);
  const from = ((second?.from ?? 0) + 1) / 100;
  const bands = markedIn(parentAndChild, from, 1);
  expect(bands).toHaveLength(1);
  expect(bands[0]?.from).toBeLessThanOrEqual(0.5);
});
