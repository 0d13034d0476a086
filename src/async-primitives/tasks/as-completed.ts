import type { Awaitable, Coroutine, Result } from "../coroutine.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Future } from "../futures/future.ts";
import { Queue } from "../locks/queue.ts";
import { getRunningScheduler } from "../loop/scheduler.ts";
import { ensureFuture } from "./ensure-future.ts";
import { listAwaitables } from "./list-awaitables.ts";

/**
 * Runs several awaitables at the same time and hands out their results as they come: each coroutine that it
 * gives waits for the next one to be done.
 *
 * @param options.timeout After how many seconds what is not done is given up: it is not cancelled, and the
 *   coroutines that are left throw a TimeoutError.
 * @throws TypeError when it is not given an iterable of awaitables.
 * @throws RuntimeError when no loop is running.
 * @group Waiting
 * @see Python's `asyncio.as_completed()`
 * @example
 * function* main(): Coroutine<void> {
 *   for (const next of asCompleted([sleep(2, "tortoise"), sleep(1, "hare")])) {
 *     console.log(yield* next); // hare, tortoise
 *   }
 * }
 *
 * await run(main());
 */
export function asCompleted<A extends Awaitable<unknown>>(
  awaitables: Iterable<A>,
  options?: { timeout?: number | null | undefined },
): IterableIterator<Coroutine<Result<A>>>;
export function asCompleted<T>(
  awaitables: Iterable<Awaitable<T>>,
  options: { timeout?: number | null | undefined } = {},
): IterableIterator<Coroutine<T>> {
  const distinct = listAwaitables(awaitables, "asCompleted() takes a list of awaitables");
  const loop = getRunningScheduler();
  const todo = new Set<Future<T>>();
  for (const awaitable of distinct) {
    todo.add(ensureFuture(awaitable, { loop }));
  }
  const total = todo.size;
  /** The futures that are done, and undefined for each one that was given up. */
  const finished = new Queue<Future<T> | undefined>();

  const onDone = (future: Future<T>) => {
    if (!todo.delete(future)) {
      return;
    }
    finished.putNowait(future);
    if (todo.size === 0) {
      timer?.cancel();
    }
  };
  const onTimeout = () => {
    for (const future of todo) {
      future.removeDoneCallback(onDone);
      finished.putNowait(undefined);
    }
    todo.clear();
  };
  for (const future of todo) {
    future.addDoneCallback(onDone);
  }
  const { timeout } = options;
  const timer = total > 0 && typeof timeout === "number" ? loop.callLater(timeout, onTimeout) : undefined;

  return repeat(total, () => resultOfNext(finished));
}

function* repeat<T>(times: number, make: () => T): IterableIterator<T> {
  for (let i = 0; i < times; i++) {
    yield make();
  }
}

function* resultOfNext<T>(finished: Queue<Future<T> | undefined>): Coroutine<T> {
  const future = yield* finished.get();
  if (future === undefined) {
    throw new TimeoutError("It was not done when the timeout of asCompleted() came");
  }
  return future.result();
}
