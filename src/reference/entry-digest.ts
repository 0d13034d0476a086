import { digestOf } from "../build/digest-of.ts";
import type { Explanation } from "./read-library.ts";

/** Of the English that a translation is made from: eight digits, which change when a word of it does. */
export function entryDigest({ summary, parameters, returns, errors, originals }: Explanation): string {
  return digestOf(JSON.stringify([summary, parameters, returns, errors, originals])).slice(0, 8);
}
