import { type Drawing, metrics } from "./drawing.ts";
import type { Lane } from "./lane.ts";
import type { Line, LineKind } from "./lines.ts";
import type { Moment } from "./moment.ts";

/** Where the lanes and the moments of a drawing are in its plot, which is the part that lies on the time axis. */
export class PlotScale {
  readonly drawing: Drawing;
  /** The lanes in sight. */
  readonly shown: readonly Lane[];
  /** The y below the last lane, in pixels. */
  readonly bottom: number;
  /** How many places there are in the width: more digits than tell these apart are left out. */
  readonly #places: number;

  constructor(drawing: Drawing) {
    const { top, rows } = drawing.viewport;
    this.drawing = drawing;
    this.#places = 10 ** (2 + (drawing.decimals ?? 2));
    this.shown = drawing.timeline.rows.slice(top, top + rows);
    this.bottom = metrics.axis + this.shown.length * metrics.lane;
  }

  /** The row of a lane, from 0 for the first in sight: before and after that, it is out of sight. */
  rowOf(lane: Lane | undefined): number | undefined {
    return lane?.row === undefined ? undefined : lane.row - this.drawing.viewport.top;
  }

  /** Where a moment is in sight: 0 at the left edge, 1 at the right one. */
  xOf(moment: Pick<Moment, "at" | "order">): number {
    return this.x(this.drawing.axis.xOf(moment));
  }

  /** As `xOf`, of an x of the axis. */
  x(x: number): number {
    const { from, to } = this.drawing.viewport;
    return Math.round(((x - from) / (to - from)) * this.#places) / this.#places;
  }

  /** From the lane of one task to that of another; nothing if it is out of sight. */
  line(
    kind: LineKind,
    start: Moment,
    from: Lane | undefined,
    end: Moment,
    to: Lane | undefined,
  ): Line | undefined {
    const first = this.rowOf(from);
    const last = this.rowOf(to);
    const count = this.shown.length;
    if (first === undefined || last === undefined || first === last) {
      return undefined;
    }
    if (Math.max(first, last) < 0 || Math.min(first, last) >= count) {
      return undefined;
    }
    const [x1, x2] = [this.xOf(start), this.xOf(end)];
    if (!isInSight(x1, x2)) {
      return undefined;
    }
    const down = last > first ? 1 : -1;
    const y1 = metrics.axis + (clamp(first, -1, count) + 0.5) * metrics.lane + down * 9;
    const y2 = metrics.axis + (clamp(last, -1, count) + 0.5) * metrics.lane - down * 8;
    return { kind, x1, y1, x2, y2, id: this.drawing.id };
  }
}

export function isInSight(start: number, end: number): boolean {
  return end >= 0 && start <= 1;
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), most);
}
