import type { Outcome } from "../../trace/trace.ts";
import { metrics } from "./drawing.ts";
import { type Interval, type Lane, shortTitleOf } from "./lane.ts";
import { percent } from "./lines.ts";
import { escapeText, widthOf } from "./markup.ts";
import { mergeSubpixel, type Span } from "./merge-subpixel.ts";
import { isInSight, type PlotScale } from "./plot-scale.ts";

/** How many bars a lane has at most. */
const mostBars = 250;

/** What a task did, in its row. */
export function drawLane(scale: PlotScale, lane: Lane, row: number): string {
  const parts = mergedSpans(scale, lane).map(({ start, end, of }) => drawBar(scale, start, end, of));
  if (lane.done !== undefined && lane.task !== 0) {
    const x = scale.xOf(lane.done.moment);
    if (isInSight(x, x)) {
      parts.push(drawEnd(scale, x, lane.done.outcome));
    }
  }
  return `<g transform="translate(0 ${metrics.axis + row * metrics.lane})">${parts.join("")}</g>`;
}

/**
 * Bars as wide as a pixel are told apart only as long as there are not too many: a lane that runs and waits at every pixel
 * has a thousand, and with some such lanes a picture takes longer than a reader's hand.
 */
function mergedSpans(scale: PlotScale, lane: Lane): Span<Interval>[] {
  let narrow = 1 / scale.drawing.viewport.width;
  let merged = mergeSubpixel(spans(scale, lane), narrow);
  while (merged.length > mostBars) {
    narrow *= 2;
    merged = mergeSubpixel(merged, narrow);
  }
  return merged;
}

function* spans(scale: PlotScale, { intervals }: Lane) {
  const { now } = scale.drawing;
  for (const interval of intervals) {
    const start = scale.xOf(interval.from);
    const end = scale.xOf(interval.to ?? now);
    if (start > 1) {
      return;
    }
    if (end >= 0) {
      yield { start, end, of: interval };
    }
  }
}

function drawBar(scale: PlotScale, start: number, end: number, interval: Interval | undefined): string {
  const [from, to] = [Math.max(start, -0.01), Math.min(end, 1.01)];
  const [x, width] = [percent(from), percent(to - from)];
  const lit = interval !== undefined && scale.drawing.isLit?.(interval) ? " lit" : "";
  switch (interval?.doing) {
    case undefined:
      return `<rect class="dense" x="${x}" y="7" width="${width}" height="12"/>`;
    case "runs":
      return `<rect class="runs${lit}" x="${x}" y="4" width="${width}" height="18" rx="1"/>${drawInside(scale, from, to, interval.what, "on-run")}`;
    case "ready":
      return `<rect class="ready${lit}" x="${x}" y="8" width="${width}" height="10" fill="url(#${scale.drawing.id}-ready)"/>`;
    case "waits":
      return `<rect class="waits${lit}" x="${x}" y="6" width="${width}" height="14" rx="2"/>${drawInside(scale, from, to, whatOf(scale, interval), "on-wait", scale.drawing.words.waitsFor)}`;
  }
}

function whatOf(scale: PlotScale, { what, on }: Interval): string {
  const lane = scale.drawing.timeline.lane(on);
  return lane === undefined ? what : shortTitleOf(lane);
}

/**
 * A label inside a bar, if there is room for it.
 *
 * @param atLength Says the same in more words, where there is room for them.
 */
function drawInside(
  scale: PlotScale,
  from: number,
  to: number,
  brief: string,
  kind: string,
  atLength = (text: string) => text,
): string {
  const [start, end] = [Math.max(from, 0), Math.min(to, 1)];
  const room = (end - start) * scale.drawing.viewport.width - 8;
  if (brief === "" || room < Math.min(widthOf(brief), 24)) {
    return "";
  }
  const text = room < widthOf(atLength(brief)) ? brief : atLength(brief);
  const line = escapeText(text);
  // A picture of the build is half as wide on a phone: what fits even there needs nothing that cuts it off.
  return room > 2 * widthOf(text)
    ? `<text class="${kind}" x="${percent(start)}" dx="5" y="16.5">${line}</text>`
    : `<svg x="${percent(start)}" width="${percent(end - start)}" height="26"><text class="${kind}" x="5" y="16.5">${line}</text></svg>`;
}

function drawEnd(scale: PlotScale, x: number, outcome: Outcome): string {
  return `<use class="end ${outcome}" href="#${scale.drawing.id}-${outcome}" x="${percent(x)}" y="13"/>`;
}
