import { DistinctMarks } from "./distinct-marks.ts";

/** What a line from one lane to another says. */
export type LineKind = "made" | "wake" | "cancel" | "request" | "printed";

export interface Line {
  readonly kind: LineKind;
  /** Of the width. */
  readonly x1: number;
  readonly x2: number;
  /** In pixels. */
  readonly y1: number;
  readonly y2: number;
  readonly id: string;
}

const heads: Partial<Record<LineKind, string>> = { wake: "wake", cancel: "cancel", request: "cancel" };

/** How many lines of a kind a picture has at most. */
const mostLines = 2_000;

/** Lines of a kind, as far as they can be told apart. */
export class Lines {
  markup = "";
  readonly #distinct: DistinctMarks;

  /** @param width Of the plot, in pixels. */
  constructor(width: number) {
    this.#distinct = new DistinctMarks(width, mostLines);
  }

  /** Whether no more lines are drawn. */
  get isFull(): boolean {
    return this.#distinct.isFull;
  }

  add(line: Line | undefined): void {
    if (line === undefined) {
      return;
    }
    const { kind, x1, y1, x2, y2, id } = line;
    if (!this.#distinct.admits(x1, x2, `${y1} ${y2}`)) {
      return;
    }
    const head = heads[kind];
    const end = head === undefined ? "" : ` marker-end="url(#${id}-${head})"`;
    this.markup += `<line class="${kind}" x1="${percent(x1)}" y1="${y1}" x2="${percent(x2)}" y2="${y2}"${end}/>`;
  }
}

/** A part of the width, as SVG writes it. */
export function percent(part: number): string {
  return `${Number((part * 100).toFixed(2))}%`;
}
