import { heightOf, metrics } from "./drawing.ts";
import { tellSigns } from "./missing-signs.ts";
import type { ViewLabels } from "./view-labels.ts";
import type { Range } from "./viewport.ts";

/** What the style sheet leaves free above a drawing, in whole pixels: the height of the element is told in such. */
const padding = 6;

/** What is said of the picture to who cannot see where its cursor stands. */
export interface CursorText {
  /** The number of the event at the cursor, and of the last one. */
  readonly index: number;
  readonly last: number;
  readonly text: string;
}

/** The element that the drawing is shown in: what fits into it, where things are in it, and its cursor. */
export class Picture {
  readonly element: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #legend: Element | null;
  /** The part of the width that names take, in percents. */
  names: number = metrics.names;

  constructor(view: HTMLElement, labels: ViewLabels) {
    this.element = view.querySelector('[data-loop-part="picture"]') as HTMLElement;
    this.#sheet = view.querySelector('[data-loop-part="sheet"]') as HTMLElement;
    this.#legend = view.querySelector(".loop-legend");
    this.element.tabIndex = 0;
    this.element.role = "slider";
    this.element.ariaLabel = labels.moment;
    this.element.title = "";
    this.element.ariaDescription = labels.keys;
    this.element.ariaValueMin = "0";
    this.element.ariaValueMax = "0";
    this.element.ariaValueNow = "0";
    this.element.ariaValueText = view.querySelector('[data-loop-part="moment"]')?.textContent ?? "";
  }

  /** The time that the axis begins with, in seconds. */
  get until(): number {
    return Number(this.element.dataset.until ?? 0);
  }

  /** How wide the drawing is, in pixels. */
  get drawn(): number {
    return this.#sheet.clientWidth;
  }

  /** How wide the plot is, in pixels. */
  get width(): number {
    return Math.max(100, (this.drawn * (100 - this.names)) / 100);
  }

  /** How many rows there is room for. */
  get room(): number {
    return Math.max(1, Math.floor((this.element.clientHeight - heightOf(0)) / metrics.lane));
  }

  /** How many rows there is room for below so many lanes, for what is printed. */
  outputRowsBelow(lanes: number): number {
    const left = this.element.clientHeight - padding - heightOf(lanes, 0);
    const rows = Math.floor(left / metrics.outputRow);
    return Math.min(metrics.mostOutputRows, Math.max(metrics.outputRows, rows));
  }

  /** The first row in sight. */
  get top(): number {
    return Math.round(this.element.scrollTop / metrics.lane);
  }

  /** Shows a drawing of what is in sight of so many rows; the others are scrolled to. */
  show(drawing: string, rows: number): void {
    this.element.style.setProperty("--loop-hidden-rows", `${Math.max(0, rows - this.room) * metrics.lane}px`);
    this.#sheet.innerHTML = `${drawing}<div class="loop-cursor"></div>`;
    tellSigns(this.#legend, drawing);
  }

  /** Puts the cursor at a part of the plot, from 0 to 1; elsewhere it is out of sight. */
  showCursor(part: number, { index, last, text }: CursorText): void {
    const line = this.#sheet.querySelector<HTMLElement>(".loop-cursor");
    if (line !== null) {
      line.hidden = part < 0 || part > 1;
      line.style.left = `${this.names + part * (100 - this.names)}%`;
    }
    this.element.ariaValueMax = String(last);
    this.element.ariaValueNow = String(index);
    this.element.ariaValueText = text;
  }

  /** How far the cursor is from an x of the window, in pixels; without end when it is out of sight. */
  distanceToCursor(clientX: number): number {
    const box = this.#sheet.querySelector<HTMLElement>(".loop-cursor:not([hidden])")?.getBoundingClientRect();
    return box === undefined ? Number.POSITIVE_INFINITY : Math.abs(clientX - box.left);
  }

  /** Which x of the axis is at an x of the window. */
  axisX(clientX: number, { from, to }: Range): number {
    const { left, width } = this.#sheet.getBoundingClientRect();
    const part = ((clientX - left) / width) * 100;
    const inPlot = (part - this.names) / (100 - this.names);
    return from + inPlot * (to - from);
  }

  /** Which row is at a y of the window; undefined above and below them all. */
  rowAt(clientY: number): number | undefined {
    const { top, width } = this.#sheet.getBoundingClientRect();
    // The view may be shown larger than it is drawn.
    const y = ((clientY - top) * this.drawn) / width - metrics.axis;
    const row = Math.floor(y / metrics.lane);
    return row >= 0 && row < this.room ? row + this.top : undefined;
  }
}
