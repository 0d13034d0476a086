import { describe } from "./describe.ts";
import { lookUp } from "./look-up.ts";

/** Throws a TypeError that says what was expected, as in "map() takes lists of items", unless it can be iterated over. */
export function checkIterable(value: unknown, expected: string): asserts value is Iterable<unknown> {
  if (typeof lookUp(value, Symbol.iterator) === "function") {
    return;
  }
  throw new TypeError(`${expected}, got ${describe(value)}`);
}
