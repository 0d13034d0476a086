import { describe, expect, test } from "vitest";
import { layOut, ticksOf } from "../../src/playground/event-loop-view/axis.ts";
import { draw } from "../../src/playground/event-loop-view/draw.ts";
import { layOutLabels } from "../../src/playground/event-loop-view/lay-out-labels.ts";
import { mergeSubpixel } from "../../src/playground/event-loop-view/merge-subpixel.ts";
import { standalone } from "../../src/playground/event-loop-view/standalone.ts";
import { tableOf } from "../../src/playground/event-loop-view/table.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { everything, pan, reveal, zoom } from "../../src/playground/event-loop-view/viewport.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { at, parentAndChild } from "./traces.ts";

const words = viewLabelsFor("en");

function drawingOf(events: readonly TraceEvent[], { from, to } = everything): string {
  const timeline = new Timeline();
  timeline.add(events);
  const axis = layOut(timeline.moments, timeline.end.at, 600);
  const viewport = { from, to, width: 600, top: 0, rows: timeline.rows.length };
  return draw({ timeline, axis, viewport, words, id: "test", now: timeline.end });
}

const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe("a drawing", () => {
  test("of a task that runs and waits at every pixel has no more bars than can be drawn in a frame", () => {
    const step = (index: number) => [
      ...at(index, { kind: "began", handle: 1 }),
      ...at(index, { kind: "waits", task: 1, on: 2 + index, what: "sleep", frames: [] }),
      ...at(index, { kind: "ended", handle: 1 }),
    ];
    const made = at(0, { kind: "task created", task: 1, name: "busy", parent: 0, frames: [] });
    const run = (steps: number) => [
      ...made,
      ...Array.from({ length: steps }, (_, index) => step(index)).flat(),
    ];
    for (const steps of [1, 10, 100, 300, 600, 10_000]) {
      const bars = count(drawingOf(run(steps)), "<rect");
      expect(bars).toBeGreaterThan(0);
      expect(bars).toBeLessThanOrEqual(250);
    }
  });

  test("has a bar for each interval, an end for each task, and an arrow for a task that wakes another", () => {
    const svg = drawingOf(parentAndChild);
    expect(count(svg, 'class="waits"')).toBe(2);
    expect(count(svg, 'class="end result"')).toBe(2);
    expect(count(svg, '<line class="wake"')).toBe(1);
    expect(count(svg, '<line class="made"')).toBe(1);
    expect(svg).toContain(">hello</text>");
  });

  test("escapes what a program calls its things", () => {
    const hostile = `"><script>alert(1)</script>&'\u0000\u202e\ud800`;
    const svg = drawingOf([
      ...at(
        0,
        { kind: "task created", task: 1, name: hostile, parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "waits", task: 1, on: 5, what: hostile, frames: [] },
        { kind: "ended", handle: 1 },
        { kind: "output", task: 1, line: 1, text: hostile, frames: [] },
        { kind: "queued", handle: 9, label: hostile },
        { kind: "began", handle: 9 },
      ),
      ...at(1, { kind: "ended", handle: 9 }),
    ]);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(count(svg, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;\ufffd\ufffd\ufffd")).toBe(4);
    const timeline = new Timeline();
    timeline.add(at(0, { kind: "task created", task: 1, name: hostile, parent: 0, frames: [] }));
    expect(tableOf(timeline, words)).not.toContain("<script");
  });

  test("draws the lanes in sight alone", () => {
    const events = Array.from({ length: 500 }, (_, index) =>
      at(0, { kind: "task created", task: index + 1, name: `n${index + 1}`, parent: 0, frames: [] }),
    ).flat();
    const timeline = new Timeline();
    timeline.add(events);
    const axis = layOut(timeline.moments, 1, 600);
    const viewport = { ...everything, width: 600, top: 100, rows: 5 };
    const svg = draw({ timeline, axis, viewport, words, id: "test", now: timeline.end });
    expect(svg.match(/>n\d+</g)).toEqual([">n101<", ">n102<", ">n103<", ">n104<", ">n105<"]);
  });

  test("merges what is narrower than a pixel, so that its size does not grow with the trace", () => {
    const steps = (number: number) =>
      Array.from({ length: number }, (_, index) => [
        ...at(index / number, { kind: "began", handle: 1 }, { kind: "ended", handle: 1 }),
        ...at((index + 0.5) / number, { kind: "queued", handle: 1, label: "a" }),
      ]).flat();
    const created = at(0, { kind: "task created", task: 1, name: "a", parent: 0, frames: [] });
    const [few, many] = [drawingOf([...created, ...steps(1_000)]), drawingOf([...created, ...steps(30_000)])];
    expect(count(many, 'class="dense"')).toBeGreaterThan(0);
    expect(many.length).toBeLessThan(Math.max(few.length * 2, 60_000));
  });

  test("draws a blocked loop across all lanes", () => {
    const svg = drawingOf([
      ...parentAndChild,
      ...at(1, { kind: "queued", handle: 9, label: "f" }, { kind: "began", handle: 9 }),
      ...at(2, { kind: "ended", handle: 9 }),
    ]);
    expect(svg).toContain("loop blocked for 1.00 s");
    expect(svg).toMatch(/class="blocked"[^>]* height="84"/);
  });

  test("shows a part of the run when it is zoomed in", () => {
    const svg = drawingOf(parentAndChild, { from: 0.4, to: 0.5 });
    expect(count(svg, 'class="waits"')).toBe(2);
    expect(svg).not.toContain(">hello</text>");
  });

  test("is a file of its own when it is exported", () => {
    const file = standalone(
      drawingOf(parentAndChild),
      960,
      ".loop-drawing { &:hover { color: #000; } } @media (width < 50rem) {} </style>",
      "#fff",
    );
    expect(file).toContain("{ &amp;:hover { color: #000; } } @media (width &lt; 50rem)");
    expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* width="960"/);
    expect(count(file, "</style>")).toBe(1);
  });
});

describe("the axis", () => {
  const timeline = new Timeline();
  timeline.add(parentAndChild);
  const axis = layOut(timeline.moments, 1, 600);

  test("puts later moments to the right, within 0 and 1", () => {
    const xs = timeline.moments.map((moment) => axis.xOf(moment));
    expect(xs).toEqual([...xs].sort((one, other) => one - other));
    expect(xs[0]).toBeGreaterThanOrEqual(0);
    expect(xs.at(-1)).toBeCloseTo(0.985);
  });

  test("finds the last event at an x", () => {
    for (const moment of timeline.moments) {
      const found = timeline.moments[axis.indexAt(axis.xOf(moment) + 1e-12)];
      expect(found?.order).toBe(moment.order);
    }
    expect(axis.indexAt(-1)).toBe(-1);
  });

  test("gives waiting its share in proportion", () => {
    const [start, middle, end] = [0.01, 0.5, 0.99].map((time) => axis.xOfTime(time)) as [
      number,
      number,
      number,
    ];
    expect((middle - start) / (end - middle)).toBeCloseTo(1);
    expect(axis.timeAt(middle)).toBeCloseTo(0.5);
  });

  test("has ticks at round times, not closer than asked for", () => {
    const ticks = ticksOf(axis, 0, 1, 0.15);
    expect(ticks.map(({ label }) => label)).toEqual(
      ["0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s"].concat("1.0 s").slice(0, ticks.length),
    );
    for (const [index, { x }] of ticks.entries()) {
      if (index > 0) {
        expect(x - (ticks[index - 1]?.x ?? 0)).toBeGreaterThan(0.1);
      }
    }
  });

  test.for([3, 10, 40])("has ticks at even times where %i events happen in each second", (events) => {
    const busy = new Timeline();
    const print = (_: unknown, line: number) =>
      ({ kind: "output", task: 0, line, text: "", frames: [] }) as const;
    busy.add([0, 1, 2, 3].flatMap((second) => at(second, ...Array.from({ length: events }, print))));
    for (const width of [300, 500, 700]) {
      const ticks = ticksOf(layOut(busy.moments, 3, width), 0, 1, 80 / width);
      const steps = ticks.slice(1).map(({ time }, index) => (time - (ticks[index]?.time ?? 0)).toFixed(3));
      expect(new Set(steps).size, `${width}: ${steps}`).toBe(1);
      expect(ticks.length).toBeGreaterThan(2);
    }
  });

  test("does not count for ever between times that are too far from 0 to be told apart", () => {
    const late = new Timeline();
    late.add([
      ...at(1e300, { kind: "output", task: 0, line: 0, text: "", frames: [] }),
      ...at(1e300 * (1 + Number.EPSILON), { kind: "output", task: 0, line: 1, text: "", frames: [] }),
    ]);
    const laid = layOut(late.moments, late.end.at, 600);
    const [from, to] = late.moments.map((moment) => laid.xOf(moment)) as [number, number];
    expect(ticksOf(laid, from, to, (to - from) / 10).length).toBeLessThan(20);
  });

  test("has a tick even when no time has passed", () => {
    const instant = layOut(timeline.moments.slice(0, 8), 0, 600);
    expect(ticksOf(instant, 0, 1, 0.1).map(({ label }) => label)).toEqual(["0 s"]);
  });
});

describe("merging", () => {
  const span = (start: number, end: number) => ({ start, end, of: `${start}` });

  test("leaves alone what is wide enough, and what has no neighbour", () => {
    const spans = [span(0, 5), span(10, 10.1), span(20, 30)];
    expect(mergeSubpixel(spans, 1)).toEqual(spans);
  });

  test("makes one of narrow spans that follow each other closely", () => {
    expect(mergeSubpixel([span(0, 0.1), span(0.5, 0.6), span(1, 1.2), span(4, 4.1)], 1)).toEqual([
      { start: 0, end: 1.2, of: undefined },
      span(4, 4.1),
    ]);
  });
});

describe("labels", () => {
  test("never cover each other", () => {
    const labels = Array.from({ length: 40 }, (_, index) => ({ x: index * 14, text: "some text" }));
    const laidOut = layOutLabels(labels, 3, 600);
    expect(laidOut.length).toBeGreaterThan(5);
    for (const one of laidOut) {
      for (const other of laidOut) {
        if (one !== other && one.row === other.row) {
          expect(one.to <= other.from || other.to <= one.from).toBe(true);
        }
      }
    }
  });

  test("end at their x where the drawing ends too early", () => {
    // Too long to end at its mark.
    expect(layOutLabels([{ x: 350, text: "a".repeat(60) }], 3, 600)).toMatchObject([
      { from: expect.closeTo(188), to: 600, endsThere: false },
    ]);
    // Too long for the drawing.
    expect(layOutLabels([{ x: 350, text: "a".repeat(99) }], 3, 600)).toMatchObject([{ from: 0, to: 600 }]);
    // Too long for a line of it.
    const long = layOutLabels([{ x: 0, text: `${"a".repeat(60)} ${"b".repeat(60)}` }], 3, 600);
    expect(long.map(({ number, row, text }) => [number, row, text[0]])).toEqual([
      [0, 0, "a"],
      [0, 1, "b"],
    ]);
    expect(layOutLabels([{ x: 590, text: "some text" }], 3, 600)).toMatchObject([
      { endsThere: true, to: 590 },
    ]);
  });
});

describe("zoom and pan", () => {
  test("keeps the x in the middle of it", () => {
    const { from, to } = zoom(everything, 0.5, 0.6);
    expect((0.6 - from) / (to - from)).toBeCloseTo(0.6);
    expect(to - from).toBeCloseTo(0.5);
  });

  test("never leaves the run", () => {
    expect(zoom(everything, 4, 0.1)).toEqual(everything);
    const narrow = zoom(everything, 0.1, 0.5);
    expect(pan(narrow, 100).to).toBeCloseTo(1);
    expect(pan(narrow, -100).from).toBeCloseTo(0);
  });

  test("moves as little as it must to show an x", () => {
    const narrow = { from: 0.4, to: 0.5 };
    expect(reveal(narrow, 0.45)).toEqual(narrow);
    expect(reveal(narrow, 0.8).to).toBeCloseTo(0.81);
  });
});
