import { checkType } from "./check-type.ts";
import { describe } from "./describe.ts";
import { tagOf } from "./look-up.ts";
import { refuseClass } from "./refuse-class.ts";

/** Throws a TypeError unless it is a function that answers at once: neither async nor a generator. */
export function checkPlainFunction(value: unknown, expected: string): void {
  const takes = `${expected}, a function that answers at once`;
  checkType(value, "function", takes);
  refuseClass(value, takes);
  if (tagOf(value) !== undefined) {
    throw new TypeError(`${takes}, got ${describe(value)}`);
  }
}
