import { genuineFuture } from "#host";
import { type Coroutine, isAwaitable } from "../coroutine.ts";
import { checkDelay } from "../errors/check-delay.ts";
import { checkOptions } from "../errors/check-options.ts";
import { describe } from "../errors/describe.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import { type Future, isFuture } from "../futures/future.ts";
import { getRunningScheduler } from "../loop/scheduler.ts";
import { listAwaitables } from "./list-awaitables.ts";

/**
 * For `wait`: stop waiting as soon as one is done.
 *
 * @group Waiting
 * @see Python's `asyncio.FIRST_COMPLETED`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const tasks = [createTask(sleep(1)), createTask(sleep(2))];
 *     const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
 *     console.log(`${done.size} done, ${pending.size} pending`); // 1 done, 1 pending
 *   })(),
 * );
 */
export const FIRST_COMPLETED: "FIRST_COMPLETED" = "FIRST_COMPLETED";
/**
 * For `wait`: stop waiting as soon as one has failed, or all are done.
 *
 * @group Waiting
 * @see Python's `asyncio.FIRST_EXCEPTION`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const tasks = [createTask(sleep(1)), createTask(sleep(2))];
 *     const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_EXCEPTION });
 *     console.log(`${done.size} done, ${pending.size} pending`); // 2 done, 0 pending
 *   })(),
 * );
 */
export const FIRST_EXCEPTION: "FIRST_EXCEPTION" = "FIRST_EXCEPTION";
/**
 * For `wait`: stop waiting when all are done.
 *
 * @group Waiting
 * @see Python's `asyncio.ALL_COMPLETED`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const tasks = [createTask(sleep(1)), createTask(sleep(2))];
 *     const [done, pending] = yield* wait(tasks, { returnWhen: ALL_COMPLETED });
 *     console.log(`${done.size} done, ${pending.size} pending`); // 2 done, 0 pending
 *   })(),
 * );
 */
export const ALL_COMPLETED: "ALL_COMPLETED" = "ALL_COMPLETED";

/**
 * When `wait` stops waiting.
 *
 * @group Waiting
 */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/**
 * How long `wait` waits, and for what.
 *
 * @group Waiting
 */
export interface WaitOptions {
  /** How long to wait at most, in seconds; without end if left out. Nothing is thrown, nothing is cancelled. */
  timeout?: number | null | undefined;
  /** When to stop waiting; when all are done if left out. */
  returnWhen?: ReturnWhen | undefined;
}

/**
 * Waits for several tasks or futures, and answers with those that are done and those that are not.
 *
 * @throws RangeError when there are none, or `returnWhen` is none of the three.
 * @throws TypeError when it is not given an iterable of tasks or futures.
 * @group Waiting
 * @see Python's `asyncio.wait()`
 * @example
 * function* main(): Coroutine<void> {
 *   const tasks = [createTask(sleep(1, "hare")), createTask(sleep(5, "tortoise"))];
 *   const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
 *   for (const task of done) console.log(task.result()); // hare
 *   for (const task of pending) task.cancel();
 * }
 *
 * await run(main());
 */
export function* wait<F extends Future<unknown>>(
  awaitables: Iterable<F>,
  options: WaitOptions = {},
): Coroutine<[done: Set<F>, pending: Set<F>]> {
  checkOptions(options, "wait()");
  const { timeout, returnWhen = ALL_COMPLETED } = options;
  checkDelay(timeout, "The timeout of wait()");
  const futures = checkFutures(awaitables);
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(returnWhen)) {
    throw new RangeError(
      `wait() takes FIRST_COMPLETED, FIRST_EXCEPTION or ALL_COMPLETED as returnWhen, got ${describe(returnWhen)}`,
    );
  }
  const loop = getRunningScheduler();
  const waiter = new CompositeFuture<void>(loop, futures, "wait");
  const release = () => {
    if (!waiter.done()) {
      waiter.setResult();
    }
  };
  const timer = typeof timeout === "number" ? loop.callLater(timeout, release) : undefined;
  let left = futures.size;
  const onDone = (future: Future<unknown>) => {
    left--;
    const isEnough =
      left <= 0 ||
      returnWhen === FIRST_COMPLETED ||
      (returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== undefined);
    if (!isEnough) {
      return;
    }
    timer?.cancel();
    release();
  };
  const subscriptions = Array.from(futures, (future) => ({ future, callback: future.subscribe(onDone) }));
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const { future, callback } of subscriptions) {
      future.unsubscribe(callback);
    }
  }

  const done = new Set<F>();
  const pending = new Set<F>();
  for (const future of futures) {
    (future.done() ? done : pending).add(future);
  }
  return [done, pending];
}

function checkFutures<F extends Future<unknown>>(awaitables: Iterable<F>): Set<F> {
  const futures = listAwaitables(awaitables, "wait() takes a list of tasks or futures");
  if (futures.size === 0) {
    throw new RangeError("wait() takes at least one task or future, got an empty list");
  }
  for (const future of futures) {
    if (isAwaitable(future) && isFuture(future)) {
      genuineFuture(future);
      continue;
    }
    const hint = isAwaitable(future) ? ": make it one with ensureFuture()" : "";
    throw new TypeError(`wait() takes tasks or futures, got ${describe(future)}${hint}`);
  }
  return futures;
}
