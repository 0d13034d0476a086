import { isCoroutine } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { FutureSuspension, isFuture } from "../futures/future.ts";

/**
 * Whether a value holds awaitables and is none itself: an array, a set, a map or an iterator. Any other object that can
 * be iterated is something to await: a class that implements `Awaitable` has no more to show.
 */
export function isCollection(value: unknown): value is Iterable<unknown> {
  if (Array.isArray(value)) return true;
  if (!isIterable(value) || isCoroutine(value) || "then" in value) return false;
  return "next" in value || value instanceof Set || value instanceof Map;
}

/**
 * The distinct awaitables of a list, a set, an iterator or a generator.
 *
 * @param who Who asks, as in "wait() takes a list of tasks".
 * @throws TypeError when it is no such thing, or a lone coroutine.
 */
export function listAwaitables<A>(awaitables: Iterable<A>, who: string): Set<A> {
  const refuse = (): never => {
    const hint = isIterable(awaitables) ? ": put it in a list" : "";
    throw new TypeError(`${who}, got ${describe(awaitables)}${hint}`);
  };
  if (!isIterable(awaitables) || isFuture(awaitables) || "then" in awaitables) refuse();
  const all = new Set<A>();
  for (const each of awaitables) {
    // A generator of awaitables and a coroutine are the same kind of object: they differ in what they yield.
    if (isCoroutine(awaitables) && (!isIterable(each) || each instanceof FutureSuspension)) refuse();
    all.add(each);
  }
  return all;
}

function isIterable(value: unknown): value is Iterable<unknown> & object {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
