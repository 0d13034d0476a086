import { describe } from "./describe.ts";

type Class<T> = abstract new (...args: never[]) => T;

/** Throws a TypeError that says what was expected, as in "StreamReader takes a loop", unless it is left out or of the class. */
export function checkInstance(value: unknown, type: Class<unknown>, expected: string): void {
  if (value !== undefined && !isInstance(value, type)) {
    throw new TypeError(`${expected}, got ${describe(value)}`);
  }
}

/** Whether a value is of a class. A proxy that was revoked is of none. */
export function isInstance<T>(value: unknown, type: Class<T>): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}
