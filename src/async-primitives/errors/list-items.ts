import { checkIterable } from "./check-iterable.ts";
import { describe } from "./describe.ts";
import { lookUp, tagOf } from "./look-up.ts";
import { standsForCollection } from "./stands-for-collection.ts";

/**
 * Everything in a list, a set or whatever else can be iterated over.
 *
 * @param expected What was expected, as in "map() takes lists of items".
 * @throws TypeError when it is no such thing, or its iterator is none. What the iterator itself throws goes through.
 */
export function listItems<T>(value: Iterable<T>, expected: string): T[] {
  checkIterable(value, expected);
  const items: T[] = [];
  const iterator: Iterator<T> | undefined = standsForCollection(value) ? undefined : value[Symbol.iterator]();
  for (;;) {
    const step = stepOf(iterator);
    if (Object(step) !== step) {
      throw new TypeError(`${expected}, got ${describe(value)}, whose iterator is none`);
    }
    if (step?.done) {
      return items;
    }
    items.push(step?.value as T);
  }
}

/** Undefined for what says that it is a generator, and is none, as a proxy. A real one that has thrown can be asked again. */
function stepOf<T>(iterator: Iterator<T> | undefined): IteratorResult<T> | undefined {
  try {
    return typeof lookUp(iterator, "next") === "function" ? iterator?.next() : undefined;
  } catch (error) {
    if (tagOf(iterator) === "Generator") {
      try {
        iterator?.next();
      } catch {
        return undefined;
      }
    }
    throw error;
  }
}
