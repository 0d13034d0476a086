import type { Coroutine } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import type { Future, FutureEvent } from "../futures/future.ts";
import { findRunningScheduler, getRunningScheduler } from "../loop/scheduler.ts";

/**
 * Waits, and lets others run meanwhile. A delay of 0 or less gives up one turn of the loop.
 *
 * @param delay How long, in seconds.
 * @param result What it answers with.
 * @throws TypeError when the delay is not a number.
 * @throws RangeError when it is NaN.
 * @group Waiting
 * @see Python's `asyncio.sleep()`
 * @example
 * function* countdown(): Coroutine<void> {
 *   for (const n of [3, 2, 1]) {
 *     console.log(n); // 3, 2, 1
 *     yield* sleep(1);
 *   }
 * }
 *
 * await run(countdown());
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function* sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  if (Number.isNaN(delay)) {
    throw new RangeError("sleep() takes its delay in seconds, got NaN");
  }
  checkType(delay, "number", "sleep() takes its delay in seconds");
  if (delay <= 0) {
    findRunningScheduler()?.report?.<FutureEvent>({ kind: "wait reached", on: undefined });
    yield;
    return result;
  }
  const loop = getRunningScheduler();
  const future = (loop.createFuture() as Future<T | undefined>).standsFor("sleep");
  const timer = loop.callLater(delay, endSleep<T | undefined>, future, result);
  try {
    return yield* future;
  } finally {
    timer.cancel();
  }
}

function endSleep<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) {
    future.setResult(result);
  }
}
