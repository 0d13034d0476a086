import { describe, expect, test } from "vitest";
import { bothLabelsFor } from "../../src/playground/event-loop-view/both-languages/both-labels.ts";
import { describeEvent } from "../../src/playground/event-loop-view/both-languages/describe-event.ts";
import { findDifferences } from "../../src/playground/event-loop-view/both-languages/differences.ts";
import { layOutTogether } from "../../src/playground/event-loop-view/both-languages/shared-axis.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { at, parentAndChild } from "./traces.ts";

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

/** The same run as another loop tells it: with other numbers, and more about itself. */
const retold = parentAndChild.flatMap((event): TraceEvent[] => {
  const moved = Object.fromEntries(
    Object.entries(event).map(([key, value]) =>
      typeof value === "number" && value > 0 && !["at", "deadline", "line"].includes(key)
        ? [key, value + 100]
        : [key, value],
    ),
  ) as unknown as TraceEvent;
  return event.kind === "timer fired"
    ? [...at(1, { kind: "task renamed", task: 102, name: "child" }), moved]
    : [moved];
});
const printed = parentAndChild.findIndex(({ kind }) => kind === "output");

describe("what differs between two runs", () => {
  test("is nothing when only numbers are others", () => {
    expect(findDifferences(parentAndChild, retold)).toMatchObject({ ours: [], theirs: [] });
    expect(findDifferences(parentAndChild, retold).compared).toBeGreaterThan(10);
  });

  test("is the event that one has not, and nothing after it", () => {
    expect(findDifferences(parentAndChild, parentAndChild.toSpliced(printed, 1))).toMatchObject({
      ours: [printed],
      theirs: [],
    });
  });

  test("is an event of each when both do something else there", () => {
    const other = parentAndChild.map((event) =>
      event.kind === "output" ? { ...event, text: "goodbye" } : event,
    );
    expect(findDifferences(parentAndChild, other)).toMatchObject({ ours: [printed], theirs: [printed] });
  });

  test("is the same event at another moment", () => {
    const late = parentAndChild.map((event) => (event.at === 1 ? { ...event, at: 2 } : event));
    const { ours, theirs } = findDifferences(parentAndChild, late);
    expect(ours.length).toBeGreaterThan(3);
    expect(theirs).toEqual(ours);
  });

  test("of runs too long to be compared one by one, is all from the first difference on", () => {
    const many = (text: string) =>
      Array.from({ length: 2_000 }, (_, line) =>
        at(0, { kind: "output", task: 0, line, text: line === 3 ? text : "", frames: [] }),
      ).flat();
    expect(findDifferences(many("a"), many("b")).ours).toHaveLength(1_997);
  });
});

describe("one axis for two runs", () => {
  /** Sleeps for a second; one of them does more before that than the other. */
  const [short, long] = [1, 20].map((outputs) =>
    timelineOf([
      ...at(
        0,
        { kind: "began", handle: 1 },
        ...Array.from({ length: outputs }, (_, line) => ({
          kind: "output" as const,
          task: 0,
          line,
          text: "",
          frames: [],
        })),
        { kind: "ended", handle: 1 },
      ),
      ...at(1, { kind: "began", handle: 2 }),
      ...at(2, { kind: "ended", handle: 2 }),
    ]),
  ) as [Timeline, Timeline];
  const { axes, stops } = layOutTogether([short, long], 600);
  const [one, other] = axes as [(typeof axes)[0] & object, (typeof axes)[0] & object];
  const xOf = (timeline: Timeline, axis: typeof one, back: number) =>
    axis.xOf(timeline.moments.at(back) ?? { at: -1, order: -1 });

  test("has the same moment at the same place, whatever happened before it", () => {
    for (const back of [-1, -2]) {
      expect(xOf(short, one, back)).toBeCloseTo(xOf(long, other, back), 10);
    }
    expect(xOf(short, one, -2)).toBeGreaterThan(xOf(long, other, -3));
    expect(one.xOfTime(1)).toBe(other.xOfTime(1));
  });

  test("keeps the order of each run, and fits all of both", () => {
    for (const [timeline, axis] of [
      [short, one],
      [long, other],
    ] as const) {
      const all = timeline.moments.map((moment) => axis.xOf(moment));
      expect(all).toEqual([...all].sort((a, b) => a - b));
      expect(all.at(-1)).toBeLessThanOrEqual(1);
      expect(timeline.moments.map((moment) => axis.indexAt(axis.xOf(moment)))).toEqual(
        timeline.moments.map(({ index }) => index),
      );
    }
  });

  test("stops where a step of either begins or ends, or something is printed", () => {
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
    expect(stops.length).toBeGreaterThanOrEqual(24);
  });
});

test.for(["en", "zh-CN"])("an event is told in words, %s", (language) => {
  const labels = viewLabelsFor(language);
  const timeline = timelineOf(parentAndChild);
  const told = parentAndChild.map((event) => describeEvent(timeline, event, labels));
  expect(told[printed]).toBe(`1.000 s · child · ${labels.prints}: hello`);
  expect(told.some((text) => text.includes(`Task-1 · main · ${labels.doing.waits}: Task`))).toBe(true);
  expect(bothLabelsFor(language).firstOf("A", "B")).toContain("B");
});
