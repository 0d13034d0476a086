import { awaited } from "#host";
import { type Awaitable, isAwaitable } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import { describe } from "../errors/describe.ts";
import { tagOf } from "../errors/look-up.ts";
import { refuseClass } from "../errors/refuse-class.ts";
import { onRejection } from "./guard.ts";

/**
 * Looks at a block before anything is entered for it.
 *
 * @param takes Who takes it, as in "timeout() takes a generator function, as in function* (scope) { ... }".
 * @throws TypeError when it is no function, or one whose work cannot be awaited here.
 */
export function checkBlock(block: unknown, takes: string): void {
  checkType(block, "function", takes);
  refuseClass(block, takes);
  if (String(tagOf(block)).startsWith("Async")) {
    throw new TypeError(`${takes}, got ${describe(block)}`);
  }
}

/**
 * Begins a block: answers with what is to be awaited for it.
 *
 * @throws TypeError when it answers with anything else, such as the promise of a function that is as good as async.
 */
export function beginBlock<A extends unknown[], T>(
  takes: string,
  block: (...args: A) => Awaitable<T>,
  ...args: A
): Awaitable<T> {
  const answer = block(...args);
  if (isAwaitable(answer)) {
    return awaited(answer);
  }
  // What it rejects with is not heard of any more: this error comes first.
  onRejection(answer, () => {});
  throw new TypeError(`${takes}, got a function that answers with ${describe(answer)}`);
}
