import { describe } from "./describe.ts";

/** Throws a TypeError that says who takes what, as in "startServer() takes options", unless they are an object with names. */
export function checkOptions(options: unknown, caller: string, what = "options"): void {
  const isObject = typeof options === "object" && options !== null;
  if (isObject && !(Symbol.iterator in options) && !("then" in options)) {
    return;
  }
  throw new TypeError(`${caller} takes ${what}, an object, got ${describe(options)}`);
}
