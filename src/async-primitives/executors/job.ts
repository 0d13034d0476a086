import { runInStores, storesOfCaller } from "#host";
import type { Awaitable, Suspension } from "../coroutine.ts";
import { CancelledError, InvalidStateError } from "../errors/errors.ts";
import { exceptionOf } from "../errors/exception-of.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { Future } from "../futures/future.ts";
import { handleException, printException } from "../loop/exception-handler.ts";
import { guard } from "../loop/guard.ts";
import { checkCallback } from "../loop/handle.ts";
import type { Runnable } from "../loop/runnable.ts";
import { findRunningScheduler, getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";

type State = "waiting" | "running" | "finished" | "failed" | "cancelled";

/**
 * Work that was handed to an executor. Wait for it in a coroutine with `yield*`, in native code with `await`.
 * It belongs to no loop.
 *
 * @group Executors
 * @see Python's `concurrent.futures.Future`
 */
export class Job<T> implements Awaitable<T>, PromiseLike<T> {
  static {
    guardMethods(Job, "Job", (value) => #state in value);
  }

  #state: State = "waiting";
  #outcome: unknown = undefined;
  #callbacks: Runnable[] = [];
  readonly #withdraw: () => boolean;

  /**
   * @internal
   * @param withdraw Takes the work back; false when it is too late.
   */
  constructor(withdraw: () => boolean = () => true) {
    this.#withdraw = withdraw;
  }

  /** Whether a worker is at it. */
  running(): boolean {
    return this.#state === "running";
  }

  /** Whether it has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.#state !== "waiting" && this.#state !== "running";
  }

  /** Whether it was cancelled before a worker began it. */
  cancelled(): boolean {
    return this.#state === "cancelled";
  }

  /**
   * Takes it back, if no worker has begun it yet.
   *
   * @returns Whether it is cancelled.
   */
  cancel(): boolean {
    if (this.#state === "waiting" && this.#withdraw()) {
      this.giveUp();
    }
    return this.cancelled();
  }

  /**
   * The result.
   *
   * @throws What the work threw.
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done: unlike Python's it does not block the thread.
   */
  result(): T {
    if (this.#state === "failed") {
      throw this.#outcome;
    }
    this.#checkDone();
    return this.#outcome as T;
  }

  /**
   * What the work threw, or undefined.
   *
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done: unlike Python's it does not block the thread.
   */
  exception(): unknown {
    if (this.#state === "failed") {
      return this.#outcome;
    }
    this.#checkDone();
    return undefined;
  }

  /**
   * Calls back when it is done: at once if it is. What the callback throws, or a promise that it answers with rejects
   * with, goes to the exception handler of the loop in which it was added, or is printed if there was none.
   *
   * @throws TypeError when it is not given a function.
   */
  addDoneCallback(callback: (job: Job<T>) => unknown): void {
    checkCallback(callback);
    const loop = findRunningScheduler();
    const report = (exception: unknown) => {
      const failure = { message: "Exception in a callback of a job", exception };
      if (loop === undefined) {
        handleException(failure, undefined, printException);
      } else {
        loop.callExceptionHandler(failure);
      }
    };
    const call = { stores: storesOfCaller(), run: () => guard(() => callback(this), report) };
    if (this.done()) {
      call.run();
    } else {
      this.#callbacks.push(call);
    }
  }

  /**
   * A future of a loop that ends as this does. Cancelling it takes the job back if no worker has begun it; the
   * work of one that has goes on, and its result is dropped.
   *
   * @see Python's `asyncio.wrap_future()`
   */
  wrap(loop: Scheduler = getRunningScheduler()): Future<T> {
    const future = new JobFuture(this, loop);
    this.addDoneCallback(() => future.follow());
    return future;
  }

  /** Waits for it in a coroutine: `yield* job`. */
  [Symbol.iterator](): Iterator<Suspension | undefined, T, void> {
    return this.wrap()[Symbol.iterator]();
  }

  /** Waits for it in native code: `await job`. */
  // biome-ignore lint/suspicious/noThenProperty: being awaitable by native code is the point
  then<R = T, E = never>(
    onResult?: ((result: T) => R | PromiseLike<R>) | null,
    onException?: ((exception: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return new Promise<T>((resolve, reject) => {
      this.addDoneCallback(() => {
        try {
          resolve(this.result());
        } catch (exception) {
          reject(exception);
        }
      });
    }).then(onResult, onException);
  }

  /** @internal */
  begin(): void {
    if (this.#state === "waiting") {
      this.#state = "running";
    }
  }

  /** @internal */
  finish(result: T): void {
    if (!this.done()) {
      this.#settle("finished", result);
    }
  }

  /** @internal */
  fail(exception: unknown): void {
    if (!this.done()) {
      this.#settle("failed", exceptionOf("job", exception));
    }
  }

  /** @internal */
  giveUp(): void {
    if (!this.done()) {
      this.#settle("cancelled", undefined);
    }
  }

  /** @internal Ends as another job has, which did not end well. */
  failLike(job: Job<unknown>): void {
    if (job.cancelled()) {
      this.giveUp();
    } else {
      this.fail(job.exception());
    }
  }

  #settle(state: State, outcome: unknown): void {
    this.#state = state;
    this.#outcome = outcome;
    for (const callback of this.#callbacks.splice(0)) {
      runInStores(callback);
    }
  }

  #checkDone(): void {
    if (this.#state === "cancelled") {
      throw new CancelledError("The job was cancelled");
    }
    if (!this.done()) {
      throw new InvalidStateError("The job is not done: wait for it with `yield* job` or `await job`");
    }
  }
}

/** Takes back those that no worker has begun. Answers whether these were all. */
export function cancelAll(jobs: readonly Job<unknown>[]): boolean {
  return jobs.map((job) => job.cancel()).every(Boolean);
}

/** Whether a job that is done has a result. */
export function isWell(job: Job<unknown>): boolean {
  return !job.cancelled() && job.exception() === undefined;
}

/** A job, as a future of a loop. */
class JobFuture<T> extends Future<T> {
  readonly #job: Job<T>;

  constructor(job: Job<T>, loop: Scheduler) {
    super({ loop });
    this.#job = job;
  }

  follow(): void {
    if (this.done() || this.getLoop().isClosed()) {
      return;
    }
    if (this.#job.cancelled()) {
      super.cancel();
      return;
    }
    const exception = this.#job.exception();
    if (exception === undefined) {
      this.setResult(this.#job.result());
    } else {
      this.setException(exception);
    }
  }

  override cancel(message?: string | Error): boolean {
    const accepted = super.cancel(message);
    if (accepted) {
      this.#job.cancel();
    }
    return accepted;
  }
}

/** A job that is done when all of several are: with what the function makes of their results, or the first failure. */
export function joinJobs<T, R>(jobs: readonly Job<T>[], combine: (results: T[]) => R): Job<R> {
  const joined = new Job<R>(() => cancelAll(jobs));
  let left = jobs.length;
  const settle = () => {
    const bad = jobs.find((job) => !isWell(job));
    if (bad === undefined) {
      joined.finish(combine(jobs.map((job) => job.result())));
    } else {
      joined.failLike(bad);
    }
  };
  for (const job of jobs) {
    job.addDoneCallback(() => {
      if (--left === 0) {
        settle();
      }
    });
  }
  if (jobs.length === 0) {
    settle();
  }
  return joined;
}
