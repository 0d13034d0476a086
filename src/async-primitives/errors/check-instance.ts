import { describe } from "./describe.ts";

/** Throws a TypeError that says what was expected, as in "StreamReader takes a loop", unless it is left out or of the class. */
export function checkInstance(
  value: unknown,
  type: abstract new (...args: never[]) => unknown,
  expected: string,
): void {
  if (value !== undefined && !(value instanceof type)) {
    throw new TypeError(`${expected}, got ${describe(value)}`);
  }
}
