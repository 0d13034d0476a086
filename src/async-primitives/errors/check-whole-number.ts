import { checkType } from "./check-type.ts";
import { describe } from "./describe.ts";

/**
 * Throws unless it is a whole number, or Infinity where that makes sense: a TypeError if it is none, a RangeError if it is
 * too small. `expected` says who takes what, as in "`readexactly()` takes a number of bytes".
 */
export function checkWholeNumber(
  value: unknown,
  expected: string,
  least = Number.NEGATIVE_INFINITY,
  allowsInfinity = false,
): asserts value is number {
  checkType(value, "number", `${expected}, a whole number`);
  if (!Number.isInteger(value) && !(allowsInfinity && value === Number.POSITIVE_INFINITY)) {
    throw new TypeError(`${expected}, a whole number, got ${describe(value)}`);
  }
  if ((value as number) < least) {
    throw new RangeError(`${expected}, ${least} or more, got ${value}`);
  }
}
