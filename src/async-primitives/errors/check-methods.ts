import { describe } from "./describe.ts";
import { lookUp } from "./look-up.ts";

/** Throws a TypeError that says what was expected, unless the value has these methods. */
export function checkMethods(value: unknown, names: readonly string[], expected: string): void {
  if (!names.every((name) => typeof lookUp(value, name) === "function")) {
    throw new TypeError(`${expected}, with ${names.join("() and ")}(), got ${describe(value)}`);
  }
}
