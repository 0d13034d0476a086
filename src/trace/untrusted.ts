/**
 * Readers of data that a stranger may have written. Each gives the value with its type, or throws; they are used inside of
 * `undefinedIfInvalid`.
 */

/** Thrown at the first value that does not fit, and seen by nobody outside. */
export class InvalidMessage extends Error {}

/** What was read, or undefined if a value did not fit. */
export function undefinedIfInvalid<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidMessage) {
      return undefined;
    }
    throw error;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function record(value: unknown): Fields {
  if (typeof value !== "object" || value === null) {
    throw new InvalidMessage();
  }
  return value as Fields;
}

export function list(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) {
    throw new InvalidMessage();
  }
  // A list may have holes, which `map` would pass over and hand on.
  return Array.from(value);
}

export function oneOf<const Known>(known: readonly Known[], value: unknown): Known {
  if (!known.includes(value as Known)) {
    throw new InvalidMessage();
  }
  return value as Known;
}

/** @param longest In UTF-16 units. */
export function text(value: unknown, longest: number): string {
  if (typeof value !== "string" || value.length > longest) {
    throw new InvalidMessage();
  }
  return value;
}

export function finite(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new InvalidMessage();
  }
  return value;
}

/** A number that is not negative. */
export function number(value: unknown): number {
  const known = finite(value);
  if (known < 0) {
    throw new InvalidMessage();
  }
  return known;
}

/** A whole number that is not negative. */
export function count(value: unknown): number {
  return Number.isSafeInteger(value) ? number(value) : number(Number.NaN);
}
