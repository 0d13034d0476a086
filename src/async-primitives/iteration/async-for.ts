import type { Awaitable, Coroutine } from "../coroutine.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import type { AsyncSource } from "./async-cursor.ts";
import { aiter, nextOf } from "./async-source.ts";
import { checkedAwaitable } from "./checked-awaitable.ts";
import type { Foreign } from "./from-async-iterable.ts";

const expected = "asyncFor() takes a generator function, as in function* (item) { ... }";

/**
 * Given to the block of an `asyncFor`, with each item.
 *
 * @group Asynchronous iteration
 * @see Python's `break`
 */
export interface AsyncLoop {
  /** Ends the loop when the block is through: `return loop.break()`. */
  break(): void;
}

/**
 * Runs a block for each item of a source, one after the other, and waits for the next item in between.
 *
 * `return` in the block goes on with the next item, `return loop.break()` ends the loop. When it ends before the
 * source does, also by an error or because the task is cancelled, the source is closed at once, and the loop waits
 * until it is: Python does that only with `aclosing()`. To go through a part of a source and come back for more,
 * use `aiter` and `anext`.
 *
 * @returns Whether the source came to its end, as Python's `else` of a loop asks.
 * @throws TypeError when it is given no asynchronous source, or no block.
 * @group Asynchronous iteration
 * @see Python's `async for`
 * @example
 * function* main(): Coroutine<void> {
 *   const reader = new StreamReader();
 *   reader.feedData(new TextEncoder().encode("one\ntwo\nthree\n"));
 *   yield* asyncFor(reader, function* (line, loop) {
 *     console.log(new TextDecoder().decode(line).trim()); // one, two
 *     if (line[0] === 116) return loop.break();
 *   });
 * }
 *
 * await run(main());
 */
export function* asyncFor<T>(
  source: AsyncSource<T> | Foreign<T>,
  block: (item: T, loop: AsyncLoop) => Awaitable<unknown>,
): Coroutine<boolean> {
  checkBlock(block, expected);
  const cursor = aiter(source);
  let goesOn = true;
  let isThrough = false;
  const loop = {
    break() {
      goesOn = false;
    },
  };
  try {
    while (goesOn) {
      let item: T;
      try {
        item = yield* nextOf(cursor);
      } catch (error) {
        if (!(error instanceof StopAsyncIteration)) {
          throw error;
        }
        isThrough = true;
        return true;
      }
      yield* beginBlock(expected, block, item, loop);
    }
    return false;
  } finally {
    if (!isThrough && cursor.aclose !== undefined) {
      yield* checkedAwaitable(cursor.aclose());
    }
  }
}
