/// <reference lib="esnext.disposable" preserve="true" />

import { host } from "#workers";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { checkIterable } from "../errors/check-iterable.ts";
import { checkOptions } from "../errors/check-options.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { listItems } from "../errors/list-items.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { checkWorkers, type ExecutorOptions, initializerOf } from "./executor-options.ts";
import { type FunctionSource, sourceOf } from "./function-source.ts";
import { asIterator, imapOrdered, imapUnordered } from "./imap.ts";
import { type Job, joinJobs } from "./job.ts";
import { WorkerPool } from "./worker-pool.ts";

const expected = "with() takes a generator function, as in function* (pool) { ... }";

/**
 * How a pool hands out items.
 *
 * @group Executors
 */
export interface ChunkOptions {
  /** How many items a worker gets at once: more for quick work, so that sending weighs less. */
  chunksize?: number | undefined;
}

/**
 * Spreads work over the processors: what Python needs processes for, threads do here. Functions and arguments are
 * sent as `ThreadPoolExecutor` does.
 *
 * @group Executors
 * @see Python's `multiprocessing.Pool`
 * @example
 * function* main(): Coroutine<void> {
 *   const sumOfSquares = (limit: number) => {
 *     let sum = 0;
 *     for (let n = 0; n < limit; n++) sum += n * n;
 *     return sum;
 *   };
 *   yield* new Pool(2).with(function* (pool) {
 *     const sums = yield* pool.map(sumOfSquares, [10, 100, 1000]);
 *     console.log(sums.join(" ")); // 285 328350 332833500
 *   });
 * }
 *
 * await run(main());
 */
export class Pool {
  static {
    guardMethods(Pool, "Pool", (value) => #pool in value);
  }

  readonly #pool: WorkerPool;
  readonly #size: number;

  /**
   * @param processes How many workers there are at most; the number of processors if left out.
   * @throws RangeError when that is not a whole number greater than 0.
   * @throws TypeError when the initializer cannot be sent to a worker.
   */
  constructor(processes: number = host.parallelism(), options: ExecutorOptions = {}) {
    checkOptions(options, "Pool");
    this.#size = checkWorkers(processes, "processes");
    this.#pool = new WorkerPool(this.#size, initializerOf(options));
  }

  /**
   * Has a worker call a function, with a list of arguments if it takes any.
   *
   * @throws RangeError when the pool is closed.
   * @throws TypeError when the function cannot be sent to a worker.
   */
  apply<T>(work: () => T): Job<Awaited<T>>;
  apply<A extends readonly unknown[], T>(work: (...args: A) => T, args: A): Job<Awaited<T>>;
  apply<T>(work: (...args: never[]) => T, args: readonly unknown[] = []): Job<Awaited<T>> {
    const source = this.#prepare(work, "apply");
    const call = listItems(args, "apply() takes a function and a list of arguments");
    return this.#pool.submit(source, [call], ([result]) => result as Awaited<T>);
  }

  /**
   * Has workers call a function with each item, in chunks, and answers with the results in order. Fails with the
   * first failure, once all are done.
   *
   * @param options.chunksize A quarter of a worker's share if left out.
   * @throws RangeError when the pool is closed, or the chunks have no size.
   * @throws TypeError when the function cannot be sent to a worker.
   */
  map<I, T>(work: (item: I) => T, items: Iterable<I>, options?: ChunkOptions): Job<Awaited<T>[]> {
    const source = this.#prepare(work, "map");
    const calls = listItems(items, takesItems("map")).map((item) => [item]);
    return this.#mapChunks(source, calls, options);
  }

  /**
   * As `map`, with items that are lists of arguments.
   *
   * @throws RangeError when the pool is closed, or the chunks have no size.
   * @throws TypeError when the function cannot be sent to a worker.
   */
  starmap<A extends readonly unknown[], T>(
    work: (...args: A) => T,
    items: Iterable<A>,
    options?: ChunkOptions,
  ): Job<Awaited<T>[]> {
    const source = this.#prepare(work, "starmap");
    const calls = listItems(items, takesItems("starmap")).map((args) =>
      listItems(args, "starmap() takes items that are lists of arguments, and map() any others"),
    );
    return this.#mapChunks(source, calls, options);
  }

  /**
   * As `map`, but gives the results one by one, in order, and takes the items only as they are needed: there may
   * be more of them than memory holds.
   *
   * @throws RangeError when the pool is closed, or the chunks have no size.
   * @throws TypeError when the function cannot be sent to a worker.
   * @example
   * function* main(): Coroutine<void> {
   *   yield* new Pool(2).with(function* (pool) {
   *     for (const next of pool.imap((n: number) => n * n, [1, 2, 3])) {
   *       console.log(yield* next); // 1, 4, 9
   *     }
   *   });
   * }
   *
   * await run(main());
   */
  imap<I, T>(
    work: (item: I) => T,
    items: Iterable<I>,
    options?: ChunkOptions,
  ): IterableIterator<Awaitable<Awaited<T>>> {
    const source = this.#prepare(work, "imap");
    checkIterable(items, takesItems("imap"));
    const begin = (chunk: I[]) => this.#begin<Awaited<T>>(source, chunk);
    return asIterator(imapOrdered(items, chunksizeOf(options, 1), this.#size, begin));
  }

  /**
   * As `imap`, with the results in the order in which they are done.
   *
   * @throws RangeError when the pool is closed, or the chunks have no size.
   * @throws TypeError when the function cannot be sent to a worker.
   */
  imapUnordered<I, T>(
    work: (item: I) => T,
    items: Iterable<I>,
    options?: ChunkOptions,
  ): IterableIterator<Awaitable<Awaited<T>>> {
    const source = this.#prepare(work, "imapUnordered");
    checkIterable(items, takesItems("imapUnordered"));
    const begin = (chunk: I[]) => this.#begin<Awaited<T>>(source, chunk);
    return asIterator(imapUnordered(items, chunksizeOf(options, 1), this.#size, begin));
  }

  /** Takes no more work. The workers end when what was submitted is done. */
  close(): void {
    this.#pool.close();
  }

  /** Ends all workers at once. Jobs that are not done fail with a BrokenExecutor. */
  terminate(): void {
    this.#pool.terminate();
  }

  /**
   * Waits for the workers to end, after `close()` or `terminate()`.
   *
   * @throws RangeError when the pool is still open.
   */
  join(): Job<void> {
    if (!this.#pool.closing) {
      throw new RangeError("join() while the pool is open: close() or terminate() it first");
    }
    return this.#pool.ended;
  }

  /**
   * Runs a block, then ends the workers at once.
   *
   * @see Python's `with Pool() as pool`
   */
  *with<T>(block: (pool: this) => Awaitable<T>): Coroutine<T> {
    checkBlock(block, expected);
    try {
      return yield* beginBlock(expected, block, this);
    } finally {
      this.terminate();
    }
  }

  /** Ends the workers at once, for `using`. */
  [Symbol.dispose](): void {
    this.terminate();
  }

  #prepare(work: (...args: never[]) => unknown, caller: string): FunctionSource {
    const source = sourceOf(work, caller);
    this.#pool.checkWhole();
    if (this.#pool.closing) {
      throw new RangeError(`${caller}() on a pool that is closed: make another one`);
    }
    return source;
  }

  #begin<T>(source: FunctionSource, items: readonly unknown[]): Job<T[]> {
    const calls = items.map((item) => [item]);
    return this.#pool.submit<T[], T>(source, calls, (results) => results);
  }

  #mapChunks<T>(
    source: FunctionSource,
    calls: readonly (readonly unknown[])[],
    options: ChunkOptions | undefined,
  ): Job<T[]> {
    const chunksize = chunksizeOf(options, Math.ceil(calls.length / (this.#size * 4)) || 1);
    const jobs: Job<T[]>[] = [];
    for (let start = 0; start < calls.length; start += chunksize) {
      const chunk = calls.slice(start, start + chunksize);
      jobs.push(this.#pool.submit<T[], T>(source, chunk, (results) => results));
    }
    return joinJobs(jobs, (chunks) => chunks.flat(1) as T[]);
  }
}

function takesItems(caller: string): string {
  return `${caller}() takes a function and a list of items`;
}

function chunksizeOf(options: ChunkOptions = {}, usual: number): number {
  checkOptions(options, "A pool");
  return checkWorkers(options.chunksize ?? usual, "chunksize");
}
