/** Clocks are read in microseconds. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** A timer may be set for the end of time, which no message can carry. */
export function finite(seconds: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(seconds, Number.MAX_VALUE));
}
