import { describe } from "./describe.ts";

/** Throws a TypeError that says what was expected, if a function cannot be called: a class, or a proxy that was revoked. */
export function refuseClass(value: unknown, expected: string): void {
  try {
    if (
      (value as () => unknown).name !== undefined &&
      !/^class\b/.test(Function.prototype.toString.call(value))
    ) {
      return;
    }
  } catch {
    // It is refused as well.
  }
  throw new TypeError(`${expected}, which a class is not, got ${describe(value)}`);
}
