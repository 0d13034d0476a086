import { describe } from "./describe.ts";

/** Throws a TypeError that says who takes what, as in "startServer() takes options", unless they are an object with names. */
export function checkOptions(options: unknown, caller: string, what = "options"): void {
  if (!hasNames(options)) {
    throw new TypeError(`${caller} takes ${what}, an object, got ${describe(options)}`);
  }
}

function hasNames(options: unknown): boolean {
  try {
    return (
      Object(options) === options &&
      !(
        Symbol.iterator in (options as object) ||
        "then" in (options as object) ||
        typeof options === "function"
      )
    );
  } catch {
    return false;
  }
}
