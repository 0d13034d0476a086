import type { Coroutine } from "../coroutine.ts";
import { getRunningLoop } from "./ways-to-a-loop.ts";

/**
 * Runs a function in a thread of the loop's own executor, so that the loop goes on meanwhile. The function is
 * sent there as text: it sees its arguments, not the variables around it.
 *
 * When the task that waits is cancelled, the function goes on if it has begun, and its result is dropped.
 *
 * @throws What the function throws.
 * @throws ReferenceError when the function uses a variable from outside: the message names it.
 * @throws TypeError when the function, its arguments or its result cannot be sent to the other thread.
 * @throws RuntimeError when no loop is running.
 * @group Executors
 * @see Python's `asyncio.to_thread()`
 * @example
 * function* main(): Coroutine<void> {
 *   const fibonacci = (n: number) => {
 *     const slowly = (k: number): number => (k < 2 ? k : slowly(k - 1) + slowly(k - 2));
 *     return slowly(n);
 *   };
 *   console.log(yield* toThread(fibonacci, 20)); // 6765
 * }
 *
 * await run(main());
 */
export function* toThread<A extends unknown[], T>(
  work: (...args: A) => T,
  ...args: A
): Coroutine<Awaited<T>> {
  return yield* getRunningLoop().runInExecutor(undefined, work, ...args);
}
