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

/** Lines that cover each other are drawn once, so that a picture has no more of them than pixels. */
export class Lines {
  markup = "";
  readonly #width: number;
  readonly #drawn = new Set<string>();

  constructor(width: number) {
    this.#width = width;
  }

  add(line: Line | undefined): void {
    if (line === undefined) {
      return;
    }
    const { kind, x1, y1, x2, y2, id } = line;
    const key = `${Math.round(x1 * this.#width)} ${y1} ${Math.round(x2 * this.#width)} ${y2}`;
    if (this.#drawn.has(key)) {
      return;
    }
    this.#drawn.add(key);
    const head = heads[kind];
    const end = head === undefined ? "" : ` marker-end="url(#${id}-${head})"`;
    this.markup += `<line class="${kind}" x1="${percent(x1)}" y1="${y1}" x2="${percent(x2)}" y2="${y2}"${end}/>`;
  }
}

/** A part of the width, as SVG writes it. */
export function percent(part: number): string {
  return `${Number((part * 100).toFixed(2))}%`;
}
