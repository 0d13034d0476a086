import type { Axis } from "./axis.ts";
import { type Interval, type Lane, shortTitleOf } from "./lane.ts";
import { widthOf } from "./markup.ts";
import type { Moment } from "./moment.ts";
import type { Timeline } from "./timeline.ts";

/** Which part of a timeline is drawn, and how large. */
export interface Viewport {
  /** The x of the axis at the left and right edge. */
  readonly from: number;
  readonly to: number;
  /** About how wide the plot is, in pixels. It is drawn in percents and fits any width. */
  readonly width: number;
  /** The first row, and how many. */
  readonly top: number;
  readonly rows: number;
  /** How many rows there are for what is printed: {@link metrics.outputRows} if left out. */
  readonly outputRows?: number;
}

export interface Drawing {
  readonly timeline: Timeline;
  readonly axis: Axis;
  readonly viewport: Viewport;
  readonly words: DrawingWords;
  /** Makes the names inside unique on the page. */
  readonly id: string;
  /** Until when that is drawn which has no end yet. */
  readonly now: Pick<Moment, "at" | "order">;
  /** The part of the width that names take, in percents: {@link metrics.names} if left out. */
  readonly names?: number;
  /** With how many decimals x are written, in percents: 2 if left out. */
  readonly decimals?: number;
  /** Whether an interval is to be lit up. */
  readonly isLit?: (interval: Interval) => boolean;
}

export interface DrawingWords {
  readonly callbacks: string;
  readonly output: string;
  readonly more: (count: number) => string;
  readonly waitsFor: (what: string) => string;
  readonly picture: (tasks: number, time: string) => string;
  readonly blocked: (time: string) => string;
}

export const metrics = {
  /** The part of the width that names take. */
  names: 17,
  axis: 24,
  lane: 26,
  aroundOutput: 8,
  outputRows: 3,
  mostOutputRows: 10,
  outputRow: 14,
} as const;

/** Up to how wide a picture is narrow, in pixels. */
const narrow = 480;
/** How much of a picture names may take, in percents. */
const mostForNames = { narrow: 45, wide: 30 };

/** Of how many names the width is asked: there may be a hundred thousand. */
const mostMeasured = 1_000;

/** The part of a picture's width that names take, in percents: as much as the longest of them needs. */
export function partOfNames(rows: readonly Lane[], words: DrawingWords, width: number): number {
  const needed = Math.round((widthOfNames(rows.slice(0, mostMeasured), words) / width) * 100);
  const most = width > narrow ? mostForNames.wide : mostForNames.narrow;
  return Math.min(most, Math.max(metrics.names, needed));
}

/** How many pixels the longest of the names takes, with what it is set in. */
function widthOfNames(rows: readonly Lane[], { callbacks, output }: DrawingWords): number {
  const widths = rows.map(
    (lane) => indentOf(lane) + widthOf(lane.task === 0 ? callbacks : shortTitleOf(lane)),
  );
  return Math.ceil(widths.reduce((most, width) => Math.max(most, width), widthOf(output))) + 8;
}

/** How far the name of a task is set in. */
export function indentOf({ task, depth }: Lane): number {
  return task === 0 ? 2 : 2 + Math.min(depth, 6) * 9;
}

/** How tall a drawing of so many rows is, with so many below for what is printed, in pixels. */
export function heightOf(rows: number, outputRows: number = metrics.outputRows): number {
  return metrics.axis + rows * metrics.lane + metrics.aroundOutput + outputRows * metrics.outputRow;
}
