import { describe } from "./describe.ts";

/** Throws a TypeError that names who takes the options, as in "startServer()", unless they are an object. */
export function checkOptions(options: unknown, caller: string): void {
  if (typeof options === "object" && options !== null) {
    return;
  }
  throw new TypeError(`${caller} takes options, an object, got ${describe(options)}`);
}
