/** The part of the axis that is in sight; 0 to 1 is all of it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const everything: Range = { from: 0, to: 1 };

/** The narrowest range, as a part of the whole: a run of minutes can be looked at by the millisecond. */
const narrowest = 1e-6;

/** Makes the range so many times as wide, around an x that stays where it is. */
export function zoom({ from, to }: Range, factor: number, around: number): Range {
  const width = Math.min(1, Math.max(narrowest, (to - from) * factor));
  const part = to === from ? 0.5 : (around - from) / (to - from);
  return within({ from: around - width * part, to: around + width * (1 - part) });
}

/** Moves the range by a part of its own width. */
export function pan({ from, to }: Range, part: number): Range {
  const by = (to - from) * part;
  return within({ from: from + by, to: to + by });
}

/** The range, moved as little as possible, so that an x is in sight and not at its very edge. */
export function reveal(range: Range, x: number): Range {
  const width = range.to - range.from;
  if (width >= 1) {
    return range;
  }
  const edge = width * 0.1;
  if (x < range.from + edge) {
    return within({ from: x - edge, to: x - edge + width });
  }
  if (x > range.to - edge) {
    return within({ from: x + edge - width, to: x + edge });
  }
  return range;
}

function within({ from, to }: Range): Range {
  const width = to - from;
  if (width >= 1) {
    return everything;
  }
  const start = Math.min(Math.max(from, 0), 1 - width);
  return { from: start, to: start + width };
}
