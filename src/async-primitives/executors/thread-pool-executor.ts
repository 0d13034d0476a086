/// <reference lib="esnext.disposable" preserve="true" />

import { host } from "#workers";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { checkDelay } from "../errors/check-delay.ts";
import { checkOptions } from "../errors/check-options.ts";
import { RuntimeError } from "../errors/errors.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { listItems } from "../errors/list-items.ts";
import type { Executor } from "../executor.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { longestTimeoutMs } from "../loop/clock.ts";
import { checkWorkers, type ExecutorOptions, initializerOf } from "./executor-options.ts";
import { sourceOf } from "./function-source.ts";
import { Job } from "./job.ts";
import { MappedJobs } from "./mapped-jobs.ts";
import { WorkerPool } from "./worker-pool.ts";

const expected = "with() takes a generator function, as in function* (executor) { ... }";

/**
 * How many workers there are, and how they begin.
 *
 * @group Executors
 */
export interface ThreadPoolExecutorOptions extends ExecutorOptions {
  /** How many workers there are at most; the number of processors and 4 more, but no more than 32, if left out. */
  maxWorkers?: number | undefined;
}

/**
 * Runs functions in threads: worker threads in Node, Web Workers in a browser. A worker starts when there is work
 * for it, and keeps no program alive while there is none.
 *
 * A function is sent to a worker as text. It sees its arguments and the worker's globals, not the variables
 * around it; arguments and results are copied, or moved with `transfer()`.
 *
 * @group Executors
 * @see Python's `concurrent.futures.ThreadPoolExecutor`
 * @example
 * function* main(): Coroutine<void> {
 *   const executor = new ThreadPoolExecutor({ maxWorkers: 2 });
 *   yield* executor.with(function* () {
 *     const power = executor.submit((base: number, exponent: number) => base ** exponent, 2, 10);
 *     console.log(yield* power); // 1024
 *     const squares = yield* executor.map((n: number) => n * n, [1, 2, 3]);
 *     console.log(squares.join(" ")); // 1 4 9
 *   });
 * }
 *
 * await run(main());
 */
export class ThreadPoolExecutor implements Executor, Disposable, AsyncDisposable {
  static {
    guardMethods(ThreadPoolExecutor, "ThreadPoolExecutor", (value) => #pool in value);
  }

  readonly #pool: WorkerPool;

  /**
   * @throws RangeError when `maxWorkers` is not a whole number greater than 0.
   * @throws TypeError when the initializer cannot be sent to a worker.
   */
  constructor(options: ThreadPoolExecutorOptions = {}) {
    checkOptions(options, "ThreadPoolExecutor");
    const size = options.maxWorkers ?? Math.min(32, host.parallelism() + 4);
    this.#pool = new WorkerPool(checkWorkers(size, "maxWorkers"), initializerOf(options));
  }

  /**
   * Has a worker call a function. Its job fails with what the function throws; with a TypeError when arguments or
   * result cannot be copied; with a ReferenceError when the function uses a variable from outside; with a
   * BrokenExecutor when the worker dies.
   *
   * @throws RuntimeError after `shutdown()`.
   * @throws TypeError when the function cannot be sent to a worker.
   */
  submit<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Job<Awaited<T>> {
    const source = sourceOf(work, "submit");
    this.#pool.checkWhole();
    if (this.#pool.closing) {
      throw new RuntimeError("submit() after shutdown(): make another executor");
    }
    return this.#pool.submit(source, [args], ([result]) => result as Awaited<T>);
  }

  /**
   * Has workers call a function with each item, or with one of each list, and answers with the results in order: all
   * of them, or one by one with `results()`. Fails with the first failure, in the order of the items, and takes back
   * what no worker has begun by then.
   *
   * @throws RuntimeError after `shutdown()`.
   * @throws TypeError when the function cannot be sent to a worker, or there is no list.
   */
  map<L extends readonly [Iterable<unknown>, ...Iterable<unknown>[]], T>(
    work: (...items: { [K in keyof L]: L[K] extends Iterable<infer I> ? I : never }) => T,
    ...lists: L
  ): MappedJobs<Awaited<T>>;
  map(work: (...items: never[]) => unknown, ...lists: Iterable<never>[]): MappedJobs<unknown> {
    sourceOf(work, "map");
    if (lists.length === 0) {
      throw new TypeError("map() takes a function and lists of items, got no list");
    }
    const items = lists.map((list) => listItems(list, "map() takes a function and lists of items"));
    return new MappedJobs(zip(items).map((row) => this.submit(work, ...row)));
  }

  /**
   * Takes no more work. The workers end when what was submitted is done.
   *
   * @param options.cancelFutures Takes back what no worker has begun.
   * @param options.timeout How long the answer waits for the workers at most, in seconds of the machine, whatever clock
   *   a loop goes by; without end if left out. A warning says when that is over, and the workers go on.
   * @returns Something to wait for, if you like: done when all workers have ended.
   */
  shutdown(
    options: { cancelFutures?: boolean | undefined; timeout?: number | null | undefined } = {},
  ): Job<void> {
    checkOptions(options, "shutdown()");
    const { cancelFutures, timeout } = options;
    checkDelay(timeout, "shutdown()");
    if (cancelFutures) {
      this.#pool.cancelWaiting();
    }
    this.#pool.close();
    return timeout == null ? this.#pool.ended : endedInTime(this.#pool.ended, timeout);
  }

  /**
   * Runs a block, then shuts down and waits for what was submitted.
   *
   * @see Python's `with ThreadPoolExecutor() as executor`
   */
  *with<T>(block: (executor: this) => Awaitable<T>): Coroutine<T> {
    checkBlock(block, expected);
    try {
      return yield* beginBlock(expected, block, this);
    } finally {
      yield* this.shutdown();
    }
  }

  /**
   * Shuts down, for `using` in a coroutine. That does not wait for what was submitted, as `with()` does.
   *
   * @see Python's `executor.shutdown(wait=False)`
   */
  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** Shuts down and waits for what was submitted, for `await using` in native code. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }
}

/** The first of each list, the second of each, and so on to the end of the shortest. */
function zip(columns: readonly (readonly never[])[]): never[][] {
  const length = Math.min(...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) => columns.map((column) => column[row] as never));
}

/** The end of all workers, or of so many seconds. */
function endedInTime(ended: Job<void>, seconds: number): Job<void> {
  const inTime = new Job<void>(() => false);
  if (ended.done()) {
    inTime.finish();
    return inTime;
  }
  const milliseconds = Math.min(seconds * 1000, longestTimeoutMs);
  const timer = setTimeout(() => {
    console.warn(`RuntimeWarning: The executor did not finish joining its threads within ${seconds} seconds`);
    inTime.finish();
  }, milliseconds);
  ended.addDoneCallback(() => {
    clearTimeout(timer);
    inTime.finish();
  });
  return inTime;
}
