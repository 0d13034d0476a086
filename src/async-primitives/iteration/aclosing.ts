import type { Awaitable, Coroutine } from "../coroutine.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { checkedAwaitable } from "./checked-awaitable.ts";

const expected = "aclosing() takes a generator function, as in function* (items) { ... }";

/**
 * Runs a block with something, and closes that at its end, however the block ends: for an asynchronous generator that
 * is gone through by hand.
 *
 * @returns What the block returns.
 * @throws TypeError when it is given nothing with a method `aclose()`, or no block.
 * @group Asynchronous iteration
 * @see Python's `contextlib.aclosing()`
 * @example
 * function lines(): AsyncGen<string> {
 *   return asyncGenerator(function* (emit) {
 *     try {
 *       yield* emit("title");
 *       yield* emit("text");
 *     } finally {
 *       console.log("closed"); // title, closed
 *     }
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* aclosing(lines(), function* (items) {
 *     console.log(yield* anext(items));
 *   });
 * }
 *
 * await run(main());
 */
export function* aclosing<C extends { aclose(): Awaitable<unknown> }, T>(
  thing: C,
  block: (thing: C) => Awaitable<T>,
): Coroutine<T> {
  checkBlock(block, expected);
  checkMethods(thing, ["aclose"], "aclosing() takes something that can be closed");
  try {
    return yield* beginBlock(expected, block, thing);
  } finally {
    yield* checkedAwaitable(thing.aclose());
  }
}
