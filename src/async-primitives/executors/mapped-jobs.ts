import type { Awaitable } from "../coroutine.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { cancelAll, isWell, Job } from "./job.ts";

/**
 * What `ThreadPoolExecutor.map` answers with: one job for all items. Awaited, it gives the list of their results;
 * `results()` gives them one by one. Either way the first failure, in the order of the items, takes back what no
 * worker has begun.
 *
 * @group Executors
 * @see Python's `concurrent.futures.Executor.map()`, which answers with an iterator
 */
export class MappedJobs<T> extends Job<T[]> {
  static {
    guardMethods(MappedJobs, "MappedJobs", (value) => #jobs in value);
  }

  readonly #jobs: readonly Job<T>[];
  /** How many are done well, from the first one on without a gap. */
  #passed = 0;
  #isAwaited = false;

  /** @internal */
  constructor(jobs: readonly Job<T>[]) {
    super(() => cancelAll(jobs));
    this.#jobs = jobs;
    for (const job of jobs) {
      job.addDoneCallback(() => this.#pass());
    }
    if (jobs.length === 0) {
      this.finish([]);
    }
  }

  /**
   * The results one by one, in the order of the items: what came before a failure is there. Nothing comes after it.
   * Leaving before the end takes back what no worker has begun.
   *
   * @example
   * function* main(): Coroutine<void> {
   *   yield* new ThreadPoolExecutor().with(function* (executor) {
   *     const roots = executor.map((n: number) => {
   *       if (n < 0) throw new RangeError(`no root of ${n}`);
   *       return Math.sqrt(n);
   *     }, [4, 9, -1, 16]);
   *     try {
   *       for (const next of roots.results()) console.log(yield* next); // 2, 3
   *     } catch (error) {
   *       console.log((error as Error).message); // no root of -1
   *     }
   *   });
   * }
   *
   * await run(main());
   */
  *results(): Generator<Awaitable<T>, undefined> {
    let hasMore = true;
    try {
      for (const job of this.#jobs) {
        yield job;
        if (job.done() && !isWell(job)) {
          return;
        }
      }
      hasMore = false;
    } finally {
      if (hasMore) {
        cancelAll(this.#jobs);
      }
    }
  }

  /** Calls back when it is done: at once if it is. */
  override addDoneCallback(callback: (job: Job<T[]>) => unknown): void {
    this.#isAwaited = true;
    this.#takeBackAfterFailure();
    super.addDoneCallback(callback);
  }

  #pass(): void {
    while (this.#passed < this.#jobs.length) {
      const job = this.#jobs[this.#passed] as Job<T>;
      if (!job.done()) {
        return;
      }
      if (!isWell(job)) {
        this.failLike(job);
        this.#takeBackAfterFailure();
        return;
      }
      this.#passed++;
    }
    this.finish(this.#jobs.map((job) => job.result()));
  }

  /** As in Python, where nobody sees a failure before somebody takes the results. */
  #takeBackAfterFailure(): void {
    if (this.#isAwaited && this.done() && !isWell(this)) {
      cancelAll(this.#jobs);
    }
  }
}
