import { Deque } from "../deque.ts";
import { BrokenExecutor } from "./broken-executor.ts";
import type { FunctionSource } from "./function-source.ts";
import { Job } from "./job.ts";
import { initializerError } from "./job-error.ts";
import { type Initializer, PooledWorker, type PooledWorkerEvents } from "./pooled-worker.ts";

/** A function to call in a worker, once with each list of arguments, and the job that it is done for. */
export interface Work {
  readonly source: FunctionSource;
  readonly calls: readonly (readonly unknown[])[];
  readonly job: Job<unknown>;
  /** Ends the job with the results of the calls. */
  finish(results: unknown[]): void;
}

/**
 * Hands work to workers: to one that is idle, else to a new one as long as there are fewer than its size, else
 * to the first that has time. A worker that dies fails its own job only; the next job starts another.
 */
export class WorkerPool {
  readonly #size: number;
  readonly #initializer: Initializer | undefined;
  readonly #waiting = new Deque<Work>();
  readonly #workers = new Set<PooledWorker>();
  readonly #ended = new Job<void>(() => false);
  #idle: PooledWorker[] = [];
  #closing = false;
  #broken: Error | undefined;

  constructor(size: number, initializer: Initializer | undefined) {
    this.#size = size;
    this.#initializer = initializer;
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** Done once it was closed or terminated, and all its workers have ended. */
  get ended(): Job<void> {
    return this.#ended;
  }

  /** @throws BrokenExecutor when workers cannot be prepared. */
  checkWhole(): void {
    if (this.#broken !== undefined) throw this.#broken;
  }

  /** @param combine Makes the result of the job of the results of the calls. */
  submit<R, T>(source: FunctionSource, calls: Work["calls"], combine: (results: T[]) => R): Job<R> {
    const job = new Job<R>();
    this.#waiting.push({ source, calls, job, finish: (results) => job.finish(combine(results as T[])) });
    this.#dispatch();
    return job;
  }

  /** Takes no more; the workers end once all work is done. */
  close(): void {
    this.#closing = true;
    if (this.#waiting.size === 0) for (const worker of this.#idle.splice(0)) this.#dismiss(worker);
    this.#endIfDone();
  }

  /** Takes back the work that no worker has begun. */
  cancelWaiting(): void {
    for (const { job } of this.#takeWaiting()) job.cancel();
  }

  /** Ends all workers at once. What they were at, and what waits, fails with the error. */
  terminate(
    error: Error = new BrokenExecutor("The executor was terminated before the job was through"),
  ): void {
    this.#closing = true;
    this.#idle = [];
    for (const worker of this.#workers) this.#dismiss(worker, error);
    for (const { job } of this.#takeWaiting()) job.fail(error);
    this.#endIfDone();
  }

  #dispatch(): void {
    while (this.#waiting.size > 0) {
      const worker = this.#idle.pop() ?? this.#hire();
      if (worker === undefined || !this.#beginNext(worker)) return;
    }
  }

  /** Answers with false when nothing is left to begin. */
  #beginNext(worker: PooledWorker): boolean {
    for (let work = this.#waiting.shift(); work !== undefined; work = this.#waiting.shift()) {
      if (!work.job.done() && worker.begin(work)) return true;
    }
    if (this.#closing) this.#dismiss(worker);
    else {
      worker.rest();
      this.#idle.push(worker);
    }
    return false;
  }

  #hire(): PooledWorker | undefined {
    if (this.#workers.size === this.#size) return undefined;
    try {
      const worker = new PooledWorker(this.#events, this.#initializer);
      this.#workers.add(worker);
      return worker;
    } catch (error) {
      this.#break(error as Error);
      return undefined;
    }
  }

  readonly #events: PooledWorkerEvents = {
    ready: (worker) => {
      this.#beginNext(worker);
    },
    died: (worker) => {
      this.#idle = this.#idle.filter((each) => each !== worker);
      this.#left(worker);
      this.#dispatch();
    },
    broken: (report) => {
      if (this.#initializer !== undefined) this.#break(initializerError(this.#initializer.source, report));
    },
  };

  /** No worker can be prepared, so that no work can be done any more. */
  #break(error: Error): void {
    this.#broken = error;
    this.terminate(error);
  }

  #dismiss(worker: PooledWorker, error = new BrokenExecutor("The worker was dismissed")): void {
    void worker.terminate(error).then(() => this.#left(worker));
  }

  #left(worker: PooledWorker): void {
    this.#workers.delete(worker);
    this.#endIfDone();
  }

  #takeWaiting(): Work[] {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    return waiting;
  }

  #endIfDone(): void {
    if (this.#closing && this.#workers.size === 0 && this.#waiting.size === 0) this.#ended.finish();
  }
}
