import { host } from "#workers";
import type { FunctionSource } from "./function-source.ts";
import type { HostWorker } from "./host-worker.ts";
import { deathError, errorOf, sendingError } from "./job-error.ts";
import type { BrokenMessage, ErrorReport, FromWorker, WorkMessage } from "./messages.ts";
import { takeTransferables } from "./transfer.ts";
import type { Work } from "./work.ts";

export interface PooledWorkerEvents {
  /** It has done a piece of work, in so many milliseconds. */
  did(worker: PooledWorker, work: Work, milliseconds: number): void;
  /** It has died, and had not come to some of its work. */
  died(worker: PooledWorker, left: Work[]): void;
  /** Its initializer failed. */
  broken(report: ErrorReport): void;
}

/** What prepares a worker for its work. */
export interface Initializer {
  readonly source: FunctionSource;
  readonly args: readonly unknown[];
}

/** A worker that does one piece of work after the other. */
export class PooledWorker {
  readonly #worker: HostWorker;
  readonly #events: PooledWorkerEvents;
  readonly #known = new Set<number>();
  readonly #works: Work[] = [];
  #resting = false;
  #ended = false;

  constructor(events: PooledWorkerEvents, initializer: Initializer | undefined) {
    this.#events = events;
    this.#worker = host.start({
      message: (message) => this.#received(message as FromWorker),
      died: (reason) => this.#died(reason),
    });
    if (initializer !== undefined) {
      this.#initialize(initializer);
    }
  }

  /** What it is at, and what it has been given besides. */
  get works(): readonly Work[] {
    return this.#works;
  }

  /** Answers with false if the work cannot be sent: its job has failed then. */
  begin(work: Work): boolean {
    const { source, calls, job } = work;
    const text = this.#known.has(source.id) ? undefined : source.text;
    const message: WorkMessage = [source.id, text, calls];
    try {
      this.#worker.post(message, takeTransferables(calls));
    } catch (error) {
      job.fail(sendingError(source, calls, error));
      return false;
    }
    this.#known.add(source.id);
    this.#works.push(work);
    job.begin();
    this.#keepAlive(true);
    return true;
  }

  /** Nobody waits for it: it need not keep the program alive. */
  rest(): void {
    this.#keepAlive(false);
  }

  /** Ends it at once; what it was at fails with the error. */
  terminate(error: Error): Promise<unknown> {
    this.#ended = true;
    for (const { job } of this.#works) {
      job.fail(error);
    }
    return this.#worker.terminate();
  }

  #keepAlive(keep: boolean): void {
    if (this.#resting !== keep) {
      return;
    }
    this.#resting = !keep;
    this.#worker.keepAlive(keep);
  }

  #initialize({ source, args }: Initializer): void {
    try {
      this.#worker.post([source.text, args], takeTransferables([args]));
    } catch (error) {
      void this.#worker.terminate();
      throw sendingError(source, [args], error);
    }
  }

  #received(message: FromWorker): void {
    if (this.#ended) {
      return;
    }
    if (!Array.isArray(message)) {
      this.#events.broken((message as BrokenMessage).broken);
      return;
    }
    const [milliseconds, results, error] = message as [number, unknown[] | undefined, ErrorReport];
    const work = this.#works.shift() as Work;
    this.#events.did(this, work, milliseconds);
    if (results !== undefined) {
      work.finish(results);
    } else {
      work.job.fail(errorOf(work.source, error));
    }
  }

  #died(reason: string): void {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    const [work, ...left] = this.#works;
    this.#events.died(this, left);
    work?.job.fail(deathError(work.source, reason));
  }
}
