import { describe } from "./describe.ts";
import { isClass } from "./is-class.ts";

/** Throws a TypeError that says what was expected, if a function cannot be called: a class, or a proxy that was revoked. */
export function refuseClass(value: unknown, expected: string): void {
  if (isClass(value)) {
    throw new TypeError(`${expected}, which a class is not, got ${describe(value)}`);
  }
}
