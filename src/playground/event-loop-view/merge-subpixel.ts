/** A stretch of a lane, in the units of the drawing. */
export interface Span<Kind> {
  readonly start: number;
  readonly end: number;
  /** Undefined for several spans that were merged. */
  readonly of: Kind | undefined;
}

/**
 * Merges spans that are too narrow to be told apart: such that follow each other more closely than `narrow` become one.
 * The spans must be in order and must not overlap.
 */
export function mergeSubpixel<Kind>(spans: Iterable<Span<Kind>>, narrow: number): Span<Kind>[] {
  const merged: Span<Kind>[] = [];
  let pending: Span<Kind> | undefined;
  for (const span of spans) {
    if (span.end - span.start >= narrow) {
      if (pending !== undefined) {
        merged.push(pending);
      }
      pending = undefined;
      merged.push(span);
    } else if (pending === undefined) {
      pending = span;
    } else if (span.start - pending.end < narrow) {
      pending = { start: pending.start, end: span.end, of: undefined };
    } else {
      merged.push(pending);
      pending = span;
    }
  }
  if (pending !== undefined) {
    merged.push(pending);
  }
  return merged;
}
