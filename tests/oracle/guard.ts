import { type Item, identifiers } from "./program.ts";
import { mayBeEmpty } from "./slots.ts";

/** The slots that must be filled before these can be evaluated. */
export function neededSlots(items: readonly Item[]): string[] {
  return [...new Set(identifiers(items).filter(mayBeEmpty))];
}
