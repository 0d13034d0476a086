import { type Axis, layOut } from "./axis.ts";
import { draw } from "./draw.ts";
import { type Drawing, metrics, partOfNames, type Viewport } from "./drawing.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./moment.ts";
import { Picture } from "./picture.ts";
import type { ShownRun } from "./shown-run.ts";
import type { ViewLabels } from "./view-labels.ts";
import { everything, pan, type Range, reveal, zoom } from "./viewport.ts";

/** How many rows an exported picture has at most. */
const mostExported = 200;
/** How near a hand must be to take the cursor, in pixels. */
const handWidth = 12;

/** Panes of one page draw side by side, and what a drawing refers to must be its own. */
let pictures = 0;

/** What is drawn of a run, beside how much of it is in sight. */
export interface RunDrawing extends Pick<Drawing, "words" | "now" | "isLit"> {
  readonly run: ShownRun;
  /** The time that the axis ends with, in seconds. */
  readonly until: number;
}

/** The picture of a run: which part of it is in sight, and what is where in it. */
export class RunPicture {
  readonly element: HTMLElement;
  readonly #picture: Picture;
  readonly #id = `loop-view-${++pictures}`;
  #axis: Axis = layOut([], 0, 1);
  #range: Range = everything;

  constructor(view: HTMLElement, labels: ViewLabels) {
    this.#picture = new Picture(view, labels);
    this.element = this.#picture.element;
  }

  /** The time that the axis begins with, in seconds. */
  get until(): number {
    return this.#picture.until;
  }

  get isZoomed(): boolean {
    return this.#range !== everything;
  }

  show(drawn: RunDrawing): void {
    const lanes = drawn.run.timeline.rows;
    const rows = lanes.length;
    this.#picture.names = partOfNames(lanes, drawn.words, this.#picture.drawn);
    this.#axis = layOut(drawn.run.timeline.moments, drawn.until, this.#picture.width);
    const { top, room } = this.#picture;
    const lanesInSight = Math.min(room, rows);
    const outputRows = this.#picture.outputRowsBelow(lanesInSight);
    this.#picture.show(draw(this.#drawing(drawn, { top, rows: lanesInSight, outputRows })), rows);
  }

  /** Shows no run. @param text What is said instead to who cannot see it. */
  clear(text: string): void {
    this.#picture.show("", 0);
    this.#picture.showCursor(-1, { index: 0, last: 0, text });
  }

  /** The same for a file of its own, with rows that are out of sight. */
  async save(shown: Element, drawn: RunDrawing): Promise<void> {
    const { saveDrawing } = await import("./save-drawing.ts");
    const rows = Math.min(drawn.run.timeline.rows.length, mostExported);
    saveDrawing(
      shown,
      rows === 0
        ? shown.outerHTML
        : draw(this.#drawing(drawn, { top: 0, rows, outputRows: metrics.mostOutputRows })),
    );
  }

  /** @param text What is said of the moment to who cannot see it. */
  showCursor({ timeline }: ShownRun, moment: Moment, text: string): void {
    const { from, to } = this.#range;
    const last = timeline.events.length - 1;
    const part = (this.#axis.xOf(moment) - from) / (to - from);
    this.#picture.showCursor(part, { index: moment.index, last, text });
  }

  /** What is at a place of the window; undefined outside of the picture. */
  at({ timeline }: ShownRun, x: number, y: number): { index: number; lane: Lane | undefined } | undefined {
    const on = this.#picture.axisX(x, this.#range);
    if (on < this.#range.from || on > this.#range.to) {
      return undefined;
    }
    const row = this.#picture.rowAt(y);
    return {
      index: this.#axis.indexAt(on),
      lane: row === undefined ? undefined : timeline.rows[row],
    };
  }

  isCursorNear(x: number): boolean {
    return this.#picture.distanceToCursor(x) <= handWidth;
  }

  showAll(): void {
    this.#range = everything;
  }

  /** Brings a moment into sight. Answers whether anything had to move for that. */
  reveal(moment: Moment): boolean {
    const before = this.#range;
    this.#range = reveal(before, this.#axis.xOf(moment));
    return this.#range !== before;
  }

  /** Makes what is in sight so many times as long, around an x of the window or else a moment. */
  zoom(factor: number, around: number | Moment | undefined): void {
    const x = typeof around === "number" ? this.#picture.axisX(around, this.#range) : undefined;
    const middle = typeof around === "object" ? this.#axis.xOf(around) : 0.5;
    this.#range = zoom(this.#range, factor, x ?? middle);
  }

  pan(pixels: number): void {
    this.#range = pan(this.#range, pixels / this.#picture.width);
  }

  #drawing(
    { run, words, now, isLit }: RunDrawing,
    inSight: Omit<Viewport, "from" | "to" | "width">,
  ): Drawing {
    return {
      timeline: run.timeline,
      axis: this.#axis,
      viewport: { ...this.#range, ...inSight, width: this.#picture.width },
      words,
      id: this.#id,
      now,
      names: this.#picture.names,
      ...(isLit === undefined ? {} : { isLit }),
    };
  }
}
