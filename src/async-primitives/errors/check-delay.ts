import { checkType } from "./check-type.ts";

/** Throws a TypeError that names who takes it, unless it is a number of seconds, or nothing for no limit. */
export function checkDelay(delay: unknown, caller: string): void {
  if (delay != null) {
    checkType(delay, "number", `${caller} takes seconds, a number or null`);
  }
}
