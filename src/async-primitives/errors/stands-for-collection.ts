import { lookUp } from "./look-up.ts";

/** Whether a value has the iterator of a map, a set or bytes and none of their items, as a proxy of one, or bytes that were given away. */
export function standsForCollection(value: unknown): boolean {
  const method = lookUp(value, Symbol.iterator);
  if (![Map, Set, Uint8Array].some(({ prototype }) => prototype[Symbol.iterator] === method)) {
    return false;
  }
  try {
    (value as Iterable<unknown>)[Symbol.iterator]();
    return false;
  } catch {
    return true;
  }
}
