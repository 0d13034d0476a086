import { describe } from "./describe.ts";

/** Throws a TypeError that says what was expected, as in "sleep() takes seconds", and what was found instead. */
export function checkType(value: unknown, type: "number" | "function" | "string", expected: string): void {
  if (typeof value !== type || Number.isNaN(value)) {
    throw new TypeError(`${expected}, got ${describe(value)}`);
  }
}
