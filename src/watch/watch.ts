import { watch as watchAlways } from "./always.ts";
import { nothing } from "./nothing.ts";
import type { watch as published } from "./published.d.ts";

export const watch: typeof published = (options) => (isProduction() ? nothing : watchAlways(options));

/** Bundlers put a word in the place of this expression, which must stand as it is; without one there may be no `process`. */
function isProduction(): boolean {
  try {
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}
