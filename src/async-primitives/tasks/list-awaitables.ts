import { genuineList } from "#host";
import { isIterable } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { lookUp } from "../errors/look-up.ts";

/**
 * The distinct awaitables of a list, a set, an iterator or a generator.
 *
 * @param who Who asks, as in "wait() takes a list of tasks".
 * @throws TypeError when it is no such thing, or something to be awaited itself.
 */
export function listAwaitables<A>(awaitables: Iterable<A>, who: string): Set<A> {
  const refuse = (): never => {
    const hint = isIterable(awaitables) ? ": put it in a list" : "";
    throw new TypeError(`${who}, got ${describe(awaitables)}${hint}`);
  };
  if (!isIterable(awaitables) || "then" in awaitables) {
    refuse();
  }
  const all = new Set<A>();
  const iterator: Iterator<A, unknown> = genuineList(awaitables)[Symbol.iterator]();
  // A generator of awaitables and a coroutine are the same kind of object: they differ in what they yield and return.
  const mayBeCoroutine = iterator?.throw !== undefined;
  const takeStep = (): IteratorResult<A, unknown> => {
    const step = typeof lookUp(iterator, "next") === "function" ? iterator.next() : refuse();
    return Object(step) === step ? step : refuse();
  };
  let step = takeStep();
  for (; !step.done; step = takeStep()) {
    if (mayBeCoroutine && !isIterable(step.value)) {
      iterator.return?.();
      refuse();
    }
    all.add(step.value);
  }
  if (mayBeCoroutine && step.value !== undefined) {
    refuse();
  }
  return all;
}
