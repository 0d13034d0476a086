import { awaited, genuineFuture, genuineLoop, legible } from "#host";
import { type Awaitable, type Coroutine, isAwaitable, isCoroutine } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { Future } from "../futures/future.ts";
import { getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import type { Task } from "./task.ts";

/**
 * A future for anything that can be awaited: itself if it is one, a new task for a coroutine.
 *
 * @throws TypeError when it cannot be awaited.
 * @throws RangeError when the future belongs to another loop than the one asked for.
 * @group Futures
 * @see Python's `asyncio.ensure_future()`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const future = ensureFuture(sleep(1, "rested"));
 *     future.addDoneCallback(() => console.log(future.result())); // rested
 *     yield* wait([future]);
 *     console.log(ensureFuture(future) === future); // true
 *   })(),
 * );
 */
export function ensureFuture<T>(
  awaitable: Awaitable<T>,
  options?: { loop?: Scheduler | undefined },
): Future<T> {
  checkAwaitable(awaitable);
  if (awaitable instanceof Future) {
    genuineFuture(awaitable);
    if (options?.loop !== undefined && options.loop !== awaitable.getLoop()) {
      throw new RangeError("The future belongs to a different loop than options.loop");
    }
    return awaitable as Future<T>;
  }
  const loop = genuineLoop(legible(options)?.loop ?? getRunningScheduler());
  return loop.createTask(isCoroutine(awaitable) ? awaitable : awaiting(awaitable)) as Task<T>;
}

/** Throws a TypeError unless `yield*` waits for a value. */
export function checkAwaitable(value: unknown): void {
  if (!isAwaitable(value)) {
    throw new TypeError(`A coroutine, a Future or a Task is required, got ${describe(value)}`);
  }
}

function* awaiting<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return yield* awaited(awaitable);
}
