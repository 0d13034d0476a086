import type { Outcome } from "../../trace/trace.ts";
import { shortTime, ticksOf } from "./axis.ts";
import { type Drawing, metrics } from "./drawing.ts";
import { type Interval, type Lane, titleOf } from "./lane.ts";
import { layOutLabels } from "./lay-out-labels.ts";
import { type Line, type LineKind, Lines, percent } from "./lines.ts";
import { escapeText, widthOf } from "./markup.ts";
import { mergeSubpixel } from "./merge-subpixel.ts";
import type { Moment } from "./moment.ts";

/** The part of a drawing that lies on the time axis. */
export class Plot {
  /** The lanes in sight. */
  readonly shown: readonly Lane[];
  readonly #drawing: Drawing;
  readonly #rowOf: ReadonlyMap<number, number>;
  readonly #bottom: number;

  constructor(drawing: Drawing, rows: readonly Lane[]) {
    const { top, rows: count } = drawing.viewport;
    this.#drawing = drawing;
    this.shown = rows.slice(top, top + count);
    this.#rowOf = new Map(rows.map((lane, row) => [lane.task, row - top]));
    this.#bottom = metrics.axis + this.shown.length * metrics.lane;
  }

  ticks(): string {
    const { axis, viewport } = this.#drawing;
    const apart = (80 / viewport.width) * (viewport.to - viewport.from);
    let last = Number.NEGATIVE_INFINITY;
    return ticksOf(axis, viewport.from, viewport.to, apart)
      .map(({ x: at, label }) => {
        const part = this.#x(at);
        const x = percent(part);
        const line = `<line class="grid" x1="${x}" x2="${x}" y1="${metrics.axis - 4}" y2="${this.#bottom}"/>`;
        const endsThere = part > 0.93;
        // A label that ends at its tick may meet the one before.
        if (endsThere && part - last < 0.16) {
          return line;
        }
        last = part;
        return `${line}<text class="tick${endsThere ? " ends" : ""}" x="${x}" y="13">${label}</text>`;
      })
      .join("");
  }

  rules(): string {
    const line = (y: number) => `<line class="rule" x2="100%" y1="${y}" y2="${y}"/>`;
    return this.shown.map((_, row) => line(metrics.axis + row * metrics.lane)).join("") + line(this.#bottom);
  }

  lane(lane: Lane, row: number): string {
    const parts = mergeSubpixel(this.#spans(lane), 1 / this.#drawing.viewport.width).map(
      ({ start, end, of }) => this.#bar(start, end, of),
    );
    if (lane.done !== undefined && lane.task !== 0) {
      const x = this.#x(this.#drawing.axis.xOf(lane.done.moment));
      if (isInSight(x, x)) {
        parts.push(this.#end(x, lane.done.outcome));
      }
    }
    return `<g transform="translate(0 ${metrics.axis + row * metrics.lane})">${parts.join("")}</g>`;
  }

  *#spans({ intervals }: Lane) {
    const { axis, now } = this.#drawing;
    for (const interval of intervals) {
      const start = this.#x(axis.xOf(interval.from));
      const end = this.#x(axis.xOf(interval.to ?? now));
      if (start > 1) {
        return;
      }
      if (end >= 0) {
        yield { start, end, of: interval };
      }
    }
  }

  #bar(start: number, end: number, interval: Interval | undefined): string {
    const [from, to] = [Math.max(start, -0.01), Math.min(end, 1.01)];
    const [x, width] = [percent(from), percent(to - from)];
    const lit = interval !== undefined && this.#drawing.isLit?.(interval) ? " lit" : "";
    switch (interval?.doing) {
      case undefined:
        return `<rect class="dense" x="${x}" y="7" width="${width}" height="12"/>`;
      case "runs":
        return `<rect class="runs${lit}" x="${x}" y="4" width="${width}" height="18" rx="1"/>${this.#inside(from, to, interval.what, "on-run")}`;
      case "ready":
        return `<rect class="ready${lit}" x="${x}" y="8" width="${width}" height="10" fill="url(#${this.#drawing.id}-ready)"/>`;
      case "waits":
        return `<rect class="waits${lit}" x="${x}" y="6" width="${width}" height="14" rx="2"/>${this.#inside(from, to, this.#whatOf(interval), "on-wait")}`;
    }
  }

  #whatOf({ what, on }: Interval): string {
    const lane = this.#drawing.timeline.lane(on);
    return lane === undefined ? what : titleOf(lane);
  }

  /** A label inside a bar, if there is room for it. */
  #inside(from: number, to: number, text: string, kind: string): string {
    const [start, end] = [Math.max(from, 0), Math.min(to, 1)];
    const room = (end - start) * this.#drawing.viewport.width - 8;
    if (text === "" || room < Math.min(widthOf(text), 24)) {
      return "";
    }
    const line = escapeText(text);
    // A picture of the build is half as wide on a phone: what fits even there needs nothing that cuts it off.
    return room > 2 * widthOf(text)
      ? `<text class="${kind}" x="${percent(start)}" dx="5" y="16.5">${line}</text>`
      : `<svg x="${percent(start)}" width="${percent(end - start)}" height="26"><text class="${kind}" x="5" y="16.5">${line}</text></svg>`;
  }

  #end(x: number, outcome: Outcome): string {
    return `<use class="end ${outcome}" href="#${this.#drawing.id}-${outcome}" x="${percent(x)}" y="13"/>`;
  }

  /** A blocked loop goes through all lanes, since nobody can do anything. */
  blocks(): string {
    const { timeline, axis, words, id } = this.#drawing;
    return timeline.blocks
      .map(({ from, to }) => {
        const [start, end] = [this.#x(axis.xOf(from)), this.#x(axis.xOf(to))];
        if (!isInSight(start, end)) {
          return "";
        }
        const at = `x="${percent(start)}" y="${metrics.axis - 6}" width="${percent(end - start)}" height="${this.#bottom - metrics.axis + 6}"`;
        const text = words.blocked(shortTime(to.at - from.at));
        const isRoom = (end - start) * this.#drawing.viewport.width > widthOf(text);
        const label = `<text class="blocked-label" x="${percent((start + end) / 2)}" y="${this.#bottom - 9}">${escapeText(text)}</text>`;
        return `<rect class="blocked" ${at}/><rect ${at} fill="url(#${id}-blocked)"/>${isRoom ? label : ""}`;
      })
      .join("");
  }

  /** Brackets around the tasks that something holds together. Their labels come on top of the lanes. */
  scopes(): { readonly box: string; readonly label: string }[] {
    const { timeline, axis, now, viewport } = this.#drawing;
    /** How far the labels of each height go. */
    const labelled = new Map<number, number>();
    return [...timeline.scopes].flatMap(({ what, owner, from, to, deadline, members }) => {
      if (what === "run") {
        return [];
      }
      const rows = (members.length > 0 ? members : [owner]).map((task) => this.#rowOf.get(task) ?? 0);
      const [start, end] = [this.#x(axis.xOf(from)), this.#x(axis.xOf(to ?? now))];
      const [first, last] = extent(rows);
      if (!isInSight(start, end) || last < 0 || first >= this.shown.length) {
        return [];
      }
      const top = metrics.axis + Math.max(first, 0) * metrics.lane + 1.5;
      const height = (Math.min(last, this.shown.length - 1) - Math.max(first, 0) + 1) * metrics.lane - 3;
      const kind = what.replace(" ", "-");
      const box = `<rect class="scope ${kind}" x="${percent(start)}" y="${top}" width="${percent(end - start)}" height="${height}" rx="4"/>`;
      const isFree = start >= (labelled.get(top) ?? Number.NEGATIVE_INFINITY);
      if (isFree) {
        labelled.set(top, start + widthOf(what) / viewport.width);
      }
      const text = `<text class="scope-label" x="${percent(start)}" dx="6" y="${top + 2}">${what}</text>`;
      const label = isFree ? text : "";
      return [{ box: box + this.#deadline(deadline, top, height), label }];
    });
  }

  #deadline(deadline: number | undefined, top: number, height: number): string {
    if (deadline === undefined) {
      return "";
    }
    const x = this.#x(this.#drawing.axis.xOfTime(deadline));
    return isInSight(x, x)
      ? `<line class="deadline" x1="${percent(x)}" x2="${percent(x)}" y1="${top - 4}" y2="${top + height + 4}"/>`
      : "";
  }

  /** From the step that made a task to the task. */
  creations(): string {
    const lines = new Lines(this.#drawing.viewport.width);
    for (const { task, parent, created } of this.shown) {
      if (parent > 0) {
        lines.add(this.#line("made", created, parent, created, task));
      }
    }
    return lines.markup;
  }

  wakes(): string {
    const lines = new Lines(this.#drawing.viewport.width);
    for (const { from, by, to, task, outcome } of this.#drawing.timeline.wakes) {
      if (by !== 0 && by !== task) {
        lines.add(this.#line(outcome === "cancelled" ? "cancel" : "wake", from, by, to, task));
      }
    }
    return lines.markup;
  }

  /** From who asked for it, through all that it reached. */
  cancellations(): string {
    const lines = new Lines(this.#drawing.viewport.width);
    for (const { moment, from, task } of this.#drawing.timeline.cancellations) {
      lines.add(this.#line("request", moment, from, moment, task));
    }
    return lines.markup;
  }

  outputs(): string {
    const { timeline, axis, viewport } = this.#drawing;
    const shown = timeline.outputs.flatMap(({ moment, task, text }) => {
      const x = this.#x(axis.xOf(moment));
      return isInSight(x, x) ? [{ x: x * viewport.width, task, text }] : [];
    });
    const marks = new Lines(viewport.width);
    for (const { x: pixels, task } of shown) {
      const row = this.#rowOf.get(task);
      const top = row === undefined || row < 0 || row >= this.shown.length ? this.shown.length : row + 0.8;
      const [x, y1] = [pixels / viewport.width, metrics.axis + top * metrics.lane];
      marks.add({ kind: "printed", x1: x, x2: x, y1, y2: this.#bottom + 4, id: "" });
    }
    const texts = layOutLabels(shown, metrics.outputRows, viewport.width).map(
      ({ from, to, text, row, endsThere }) => {
        const [x, width] = [percent(from / viewport.width), percent((to - from) / viewport.width)];
        const y = this.#bottom + 6 + row * metrics.outputRow;
        const anchor = endsThere ? 'class="print ends" x="100%"' : 'class="print" x="3"';
        return `<svg x="${x}" y="${y}" width="${width}" height="16"><text ${anchor} y="11">${escapeText(text)}</text></svg>`;
      },
    );
    return marks.markup + texts.join("");
  }

  /** From the lane of one task to that of another; nothing if it is out of sight. */
  #line(kind: LineKind, start: Moment, from: number, end: Moment, to: number): Line | undefined {
    const [first, last] = [this.#rowOf.get(from), this.#rowOf.get(to)];
    const count = this.shown.length;
    if (first === undefined || last === undefined || first === last) {
      return undefined;
    }
    if (Math.max(first, last) < 0 || Math.min(first, last) >= count) {
      return undefined;
    }
    const { axis, id } = this.#drawing;
    const [x1, x2] = [this.#x(axis.xOf(start)), this.#x(axis.xOf(end))];
    if (!isInSight(x1, x2)) {
      return undefined;
    }
    const down = last > first ? 1 : -1;
    const y1 = metrics.axis + (clamp(first, -1, count) + 0.5) * metrics.lane + down * 9;
    const y2 = metrics.axis + (clamp(last, -1, count) + 0.5) * metrics.lane - down * 8;
    return { kind, x1, y1, x2, y2, id };
  }

  /** Where an x of the axis is in sight: 0 at the left edge, 1 at the right one. */
  #x(x: number): number {
    const { from, to } = this.#drawing.viewport;
    const scale = 10 ** (2 + (this.#drawing.decimals ?? 2));
    return Math.round(((x - from) / (to - from)) * scale) / scale;
  }
}

function isInSight(start: number, end: number): boolean {
  return end >= 0 && start <= 1;
}

/** The least and the most. There may be too many for a call of Math.min. */
function extent(numbers: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) {
      least = number;
    }
    if (number > most) {
      most = number;
    }
  }
  return [least, most];
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), most);
}
