import type { Awaitable, Coroutine, Result } from "../coroutine.ts";
import { checkDelay } from "../errors/check-delay.ts";
import { checkOptions } from "../errors/check-options.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import type { Future } from "../futures/future.ts";
import { Queue } from "../locks/queue.ts";
import { getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import { ensureFuture } from "../tasks/ensure-future.ts";
import { listAwaitables } from "../tasks/list-awaitables.ts";
import type { Task } from "../tasks/task.ts";
import type { AsyncCursor } from "./async-cursor.ts";

/**
 * The future that an awaitable is or becomes: itself if it is one, the task of a coroutine.
 *
 * @group Waiting
 */
export type FutureOf<A extends Awaitable<unknown>> = A extends Future<unknown> ? A : Task<Result<A>>;

/**
 * What `asCompleted` answers with: both kinds of loop can go through it.
 *
 * @group Waiting
 */
export interface Completions<A extends Awaitable<unknown>>
  extends IterableIterator<Coroutine<Result<A>>>,
    AsyncCursor<FutureOf<A>> {
  aiter(): this;
  anext(): Coroutine<FutureOf<A>>;
}

/**
 * Runs several awaitables at the same time and hands them out as they come. A plain loop gets coroutines, each of which
 * waits for the next result. `asyncFor` gets the tasks and futures themselves, once they are done, so that one knows
 * whose result it is.
 *
 * @param options.timeout After how many seconds what is not done is given up: it is not cancelled, and waiting for what
 *   is left throws a TimeoutError.
 * @throws TypeError when it is not given an iterable of awaitables.
 * @throws RuntimeError when no loop is running.
 * @group Waiting
 * @see Python's `asyncio.as_completed()`
 * @example
 * function* main(): Coroutine<void> {
 *   for (const next of asCompleted([sleep(2, "tortoise"), sleep(1, "hare")])) {
 *     console.log(yield* next); // hare, tortoise
 *   }
 *   const lanes = new Map([1, 2].map((lane) => [createTask(sleep(3 - lane)), lane]));
 *   yield* asyncFor(asCompleted(lanes.keys()), function* (task) {
 *     console.log(`lane ${lanes.get(task)}`);
 *     // lane 2
 *     // lane 1
 *   });
 * }
 *
 * await run(main());
 */
export function asCompleted<A extends Awaitable<unknown>>(
  awaitables: Iterable<A>,
  options?: { timeout?: number | null | undefined },
): Completions<A>;
export function asCompleted<T>(
  awaitables: Iterable<Awaitable<T>>,
  options: { timeout?: number | null | undefined } = {},
): Completions<Awaitable<T>> {
  checkOptions(options, "asCompleted()");
  const { timeout } = options;
  checkDelay(timeout, "The timeout of asCompleted()");
  const distinct = listAwaitables(awaitables, "asCompleted() takes a list of awaitables");
  const loop = getRunningScheduler();
  const todo = new Set<Future<T>>();
  for (const awaitable of distinct) {
    todo.add(ensureFuture(awaitable, { loop }));
  }
  const finished = new Finished<T>(todo);

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
  const completions = new CompletionIterator<T>(todo.size, finished);
  for (const future of todo) {
    future.addDoneCallback(onDone);
  }
  const timer = todo.size > 0 && typeof timeout === "number" ? loop.callLater(timeout, onTimeout) : undefined;
  return completions;
}

/** The futures that are done, and undefined for each one that was given up. Whoever waits here waits for the others. */
class Finished<T> extends Queue<Future<T> | undefined> {
  readonly #todo: ReadonlySet<Future<T>>;

  constructor(todo: ReadonlySet<Future<T>>) {
    super();
    this.#todo = todo;
  }

  protected override makeWaiter(loop: Scheduler): Future<void> {
    return new CompositeFuture<void>(loop, this.#todo, "asCompleted");
  }
}

class CompletionIterator<T> implements Completions<Awaitable<T>> {
  /** How many it has yet to hand out. */
  #left: number;
  readonly #finished: Finished<T>;

  constructor(total: number, finished: Finished<T>) {
    this.#left = total;
    this.#finished = finished;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Coroutine<T>, undefined> {
    if (this.#left === 0) {
      return { done: true, value: undefined };
    }
    this.#left--;
    return { done: false, value: this.#result() };
  }

  aiter(): this {
    return this;
  }

  *anext(): Coroutine<Task<T>> {
    if (this.#left === 0) {
      throw new StopAsyncIteration();
    }
    this.#left--;
    return (yield* this.#future()) as Task<T>;
  }

  *#result(): Coroutine<T> {
    return (yield* this.#future()).result();
  }

  *#future(): Coroutine<Future<T>> {
    const future = yield* this.#finished.get();
    if (future === undefined) {
      throw new TimeoutError("It was not done when the timeout of asCompleted() came");
    }
    return future;
  }
}
