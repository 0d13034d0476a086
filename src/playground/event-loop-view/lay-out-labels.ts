import { widthOf } from "./markup.ts";
import { wrapText } from "./wrap-text.ts";

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
  /** Which of the labels it is, or a line of. */
  readonly number: number;
  readonly row: number;
  /** Where its room begins and ends, in pixels. */
  readonly from: number;
  readonly to: number;
  readonly endsThere: boolean;
}

/** Between labels, in pixels. */
const gap = 10;

/** Puts labels into a few rows, long ones in several lines, so that none covers another. What finds no room is left out. */
export function layOutLabels(labels: readonly Label[], rows: number, width: number): LaidOutLabel[] {
  const laidOut: LaidOutLabel[] = [];
  /** How far each row is taken, and by which label. */
  const taken = Array.from({ length: rows }, () => ({ until: Number.NEGATIVE_INFINITY, by: -1 }));
  const put = (number: number, x: number, text: string): void => {
    const wide = widthOf(text) + gap;
    const isCut = x + wide > width;
    const endsThere = isCut && x >= wide;
    const from = endsThere ? x - wide : isCut ? Math.max(0, Math.min(x, width - wide)) : x;
    const row = taken.findIndex(({ until }) => until <= from);
    const room = taken[row];
    if (room === undefined) {
      return;
    }
    const before = laidOut[room.by];
    if (before !== undefined && !before.endsThere) {
      laidOut[room.by] = { ...before, to: from };
    }
    taken[row] = { until: endsThere ? x : from + wide, by: laidOut.length };
    laidOut.push({ number, x, text, row, from, to: endsThere ? x : width, endsThere });
  };
  for (const [number, { x, text }] of labels.entries()) {
    // Where even its end finds no room it need not be measured, and there may be a hundred thousand.
    if (taken.some(({ until }) => until <= x)) {
      for (const line of wrapText(text, width - gap)) {
        put(number, x, line);
      }
    }
  }
  return laidOut;
}
