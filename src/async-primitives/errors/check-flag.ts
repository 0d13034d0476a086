import { describe } from "./describe.ts";

/** Throws a TypeError that says what was expected, as in "startServer() takes reusePort", unless it is true or false. */
export function checkFlag(value: unknown, expected: string): asserts value is boolean {
  if (typeof value !== "boolean") {
    throw new TypeError(`${expected}, true or false, got ${describe(value)}`);
  }
}
