import { Deque } from "../structures/deque.ts";
import { BrokenExecutor } from "./broken-executor.ts";
import type { FunctionSource } from "./function-source.ts";
import { Job } from "./job.ts";
import { initializerError } from "./job-error.ts";
import { type Initializer, PooledWorker, type PooledWorkerEvents } from "./pooled-worker.ts";
import { hasTransferables } from "./transfer.ts";
import type { Work } from "./work.ts";

/** A call that takes less, in milliseconds, is quick: the way to the worker weighs more. */
const quickMs = 0.5;

/** How many pieces of quick work a worker is given at once, so that it need not wait for the next. */
const quickWorkAhead = 8;

/** For each worker, how much must wait before quick work is given out ahead. What waits can still be taken back. */
const muchWaiting = 4;

/**
 * Hands work to workers: to one that is idle, else to a new one as long as there are fewer than its size, else
 * to the first that has time. A worker that dies fails its own job only; the next job starts another.
 *
 * A worker has one piece of work at a time, except when much waits that is known to be quick.
 */
export class WorkerPool {
  readonly #size: number;
  readonly #initializer: Initializer | undefined;
  readonly #waiting = new Deque<Work>();
  #workers: PooledWorker[] = [];
  readonly #ended = new Job<void>(() => false);
  /** The numbers of the functions whose last call was quick. */
  readonly #quick = new Set<number>();
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
    if (this.#broken !== undefined) {
      throw this.#broken;
    }
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
    if (this.#waiting.size === 0) {
      for (const worker of this.#idle.splice(0)) {
        this.#terminate(worker);
      }
    }
    this.#endIfDone();
  }

  /** Takes back the work that no worker has begun. */
  cancelWaiting(): void {
    for (const { job } of this.#takeWaiting()) {
      job.cancel();
    }
  }

  /** Ends all workers at once. What they were at, and what waits, fails with the error. */
  terminate(
    error: Error = new BrokenExecutor("The executor was terminated before the job was through"),
  ): void {
    this.#closing = true;
    this.#idle = [];
    for (const worker of this.#workers) {
      this.#terminate(worker, error);
    }
    for (const { job } of this.#takeWaiting()) {
      job.fail(error);
    }
    this.#endIfDone();
  }

  /** Gives out what waits, as long as a worker can take it. */
  #dispatch(): void {
    for (let work = this.#waiting.peek(); work !== undefined; work = this.#waiting.peek()) {
      if (work.job.done()) {
        this.#waiting.shift();
      } else {
        const worker = this.#findWorker(work);
        if (worker === undefined) {
          return;
        }
        this.#waiting.shift();
        if (!worker.begin(work)) {
          this.#refill(worker);
        }
      }
    }
  }

  #findWorker(work: Work): PooledWorker | undefined {
    return this.#idle.pop() ?? this.#spawn() ?? this.#workers.find((worker) => this.#canTake(worker, work));
  }

  #canTake(worker: PooledWorker, work: Work): boolean {
    if (worker.works.length === 0) {
      return true;
    }
    const isBulk = this.#waiting.size > this.#size * muchWaiting && worker.works.length < quickWorkAhead;
    if (!isBulk || !this.#isQuick(work) || hasTransferables(work.calls)) {
      return false;
    }
    return worker.works.every((each) => this.#isQuick(each));
  }

  #isQuick({ source }: Work): boolean {
    return this.#quick.has(source.id);
  }

  /** Gives a worker that has done something more to do, or lets it rest. */
  #refill(worker: PooledWorker): void {
    for (let work = this.#waiting.peek(); work !== undefined; work = this.#waiting.peek()) {
      if (!work.job.done() && !this.#canTake(worker, work)) {
        return;
      }
      this.#waiting.shift();
      if (!work.job.done()) {
        worker.begin(work);
      }
    }
    if (worker.works.length > 0) {
      return;
    }
    if (this.#closing) {
      this.#terminate(worker);
      return;
    }
    worker.rest();
    this.#idle.push(worker);
  }

  #spawn(): PooledWorker | undefined {
    if (this.#workers.length === this.#size) {
      return undefined;
    }
    try {
      const worker = new PooledWorker(this.#events, this.#initializer);
      this.#workers.push(worker);
      return worker;
    } catch (error) {
      this.#break(error as Error);
      return undefined;
    }
  }

  readonly #events: PooledWorkerEvents = {
    did: (worker, { source }, milliseconds) => {
      if (milliseconds < quickMs) {
        this.#quick.add(source.id);
      } else {
        this.#quick.delete(source.id);
      }
      this.#refill(worker);
    },
    died: (worker, left) => {
      this.#idle = this.#idle.filter((each) => each !== worker);
      for (const work of [...left, ...this.#takeWaiting()]) {
        this.#waiting.push(work);
      }
      this.#left(worker);
      this.#dispatch();
      // What was cancelled while it waited is gone only now.
      this.#endIfDone();
    },
    broken: (report) => {
      if (this.#initializer !== undefined) {
        this.#break(initializerError(this.#initializer.source, report));
      }
    },
  };

  /** No worker can be prepared, so that no work can be done any more. */
  #break(error: Error): void {
    this.#broken = error;
    this.terminate(error);
  }

  #terminate(worker: PooledWorker, error = new BrokenExecutor("The worker was dismissed")): void {
    void worker.terminate(error).then(() => this.#left(worker));
  }

  #left(worker: PooledWorker): void {
    this.#workers = this.#workers.filter((each) => each !== worker);
    this.#endIfDone();
  }

  #takeWaiting(): Work[] {
    return Array.from({ length: this.#waiting.size }, () => this.#waiting.shift() as Work);
  }

  #endIfDone(): void {
    if (this.#closing && this.#workers.length === 0 && this.#waiting.size === 0) {
      this.#ended.finish();
    }
  }
}
