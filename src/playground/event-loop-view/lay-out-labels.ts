import { widthOf } from "./markup.ts";

export interface Label {
  /** Of what it is the label, in pixels. */
  readonly x: number;
  readonly text: string;
}

/**
 * A label in its row. It begins at its x, or ends there where the drawing would end too early. What is too long for either
 * begins before its x, so that as much of it as can be is read.
 */
export interface LaidOutLabel extends Label {
  readonly row: number;
  /** Where its room begins and ends, in pixels. */
  readonly from: number;
  readonly to: number;
  readonly endsThere: boolean;
}

/** Between labels, in pixels. */
export const labelGap = 10;

/** Puts labels into a few rows, so that none covers another. Those that find no room are left out. */
export function layOutLabels(labels: Iterable<Label>, rows: number, width: number): LaidOutLabel[] {
  const laidOut: LaidOutLabel[] = [];
  /** How far each row is taken, and by which label. */
  const taken = Array.from({ length: rows }, () => ({ until: Number.NEGATIVE_INFINITY, by: -1 }));
  for (const { x, text } of labels) {
    // Where even its end finds no room it need not be measured, and there may be a hundred thousand.
    if (taken.every(({ until }) => until > x)) {
      continue;
    }
    const wide = widthOf(text) + labelGap;
    const isCut = x + wide > width;
    const endsThere = isCut && x >= wide;
    const from = endsThere ? x - wide : isCut ? Math.max(0, Math.min(x, width - wide)) : x;
    const row = taken.findIndex(({ until }) => until <= from);
    const room = taken[row];
    if (room === undefined) {
      continue;
    }
    const before = laidOut[room.by];
    if (before !== undefined && !before.endsThere) {
      laidOut[room.by] = { ...before, to: from };
    }
    taken[row] = { until: endsThere ? x : from + wide, by: laidOut.length };
    laidOut.push({ x, text, row, from, to: endsThere ? x : width, endsThere });
  }
  return laidOut;
}
