import { checkType } from "./check-type.ts";
import { describe } from "./describe.ts";

/** Throws a TypeError unless it is a function that answers at once: neither async nor a generator. */
export function checkPlainFunction(value: unknown, expected: string): void {
  const takes = `${expected}, a function that answers at once`;
  checkType(value, "function", takes);
  if ((value as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] !== undefined) {
    throw new TypeError(`${takes}, got ${describe(value)}`);
  }
}
