import { type Awaitable, type Coroutine, isCoroutine, type Suspension } from "../../coroutine.ts";
import { checkMethods } from "../../errors/check-methods.ts";
import { describe } from "../../errors/describe.ts";
import { lookUp } from "../../errors/look-up.ts";
import { standsForCollection } from "../../errors/stands-for-collection.ts";
import { genuineCoroutine } from "./genuine.ts";

type Method = "next" | "throw" | "return";

/**
 * What `yield*` takes in the place of an awaitable of whoever's making: looks at its iterator and at each of its steps. One
 * without `throw()` ends where an error comes, as in Python.
 *
 * @throws TypeError when its iterator is none.
 */
export function awaited<T>(awaitable: Awaitable<T>): Awaitable<T> {
  return isCoroutine(awaitable) ? genuineCoroutine(awaitable as Coroutine<T>) : stepped(awaitable);
}

function* stepped<T>(awaitable: Awaitable<T>): Coroutine<T> {
  const expected = "What is awaited must have an iterator";
  if (standsForCollection(awaitable)) {
    throw new TypeError(`${expected}, got what only stands for a list`);
  }
  const iterator = awaitable[Symbol.iterator]();
  checkMethods(iterator, ["next"], expected);
  let method: Method = "next";
  let sent: unknown;
  for (;;) {
    const step = resume(iterator, method, sent);
    if (Object(step) !== step) {
      throw new TypeError(
        `${expected} whose steps are objects, got ${describe(step)} from ${describe(awaitable)}`,
      );
    }
    if (step?.done) {
      return step.value;
    }
    method = "return";
    try {
      sent = yield step?.value;
      method = "next";
    } catch (error) {
      sent = error;
      method = "throw";
    } finally {
      if (method === "return") {
        iterator.return?.();
      }
    }
  }
}

function resume<T>(
  iterator: Iterator<Suspension | undefined, T, void>,
  method: Method,
  sent: unknown,
): IteratorResult<Suspension | undefined, T> | undefined {
  if (method === "throw" && typeof lookUp(iterator, "throw") !== "function") {
    throw sent;
  }
  return iterator[method]?.(sent as never);
}
