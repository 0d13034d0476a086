import { widthOf } from "./markup.ts";

export interface Label {
  /** Of what it is the label, in pixels. */
  readonly x: number;
  readonly text: string;
}

/** A label in its row. It begins at its place, or ends there where the drawing would end too early. */
export interface PlacedLabel extends Label {
  readonly row: number;
  /** Where its room begins and ends, in pixels. */
  readonly from: number;
  readonly to: number;
  readonly endsThere: boolean;
}

const gap = 10;

/** Puts labels into a few rows, so that none covers another. Those that find no room are left out. */
export function placeLabels(labels: Iterable<Label>, rows: number, width: number): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  /** How far each row is taken, and by which label. */
  const taken = Array.from({ length: rows }, () => ({ until: Number.NEGATIVE_INFINITY, by: -1 }));
  for (const { x, text } of labels) {
    const wide = widthOf(text) + gap;
    const endsThere = x + wide > width && x > width / 2;
    const from = endsThere ? Math.max(0, x - wide) : x;
    const row = taken.findIndex(({ until }) => until <= from);
    const place = taken[row];
    if (place === undefined) continue;
    const before = placed[place.by];
    if (before !== undefined && !before.endsThere) placed[place.by] = { ...before, to: from };
    taken[row] = { until: endsThere ? x : from + wide, by: placed.length };
    placed.push({ x, text, row, from, to: endsThere ? x : width, endsThere });
  }
  return placed;
}
