import { exceptionOf } from "../errors/exception-of.ts";
import { lookUp } from "../errors/look-up.ts";
import type { Scheduler } from "../loop/scheduler.ts";

/** A future, as its exception sees it. */
interface Failed {
  readonly kind: string;
  getLoop(): Scheduler;
}

/**
 * The exception of a future, and whether anybody has looked at it. One that nobody looks at until its future
 * is garbage-collected, or the loop closes, is reported: otherwise a failed task would go unnoticed.
 *
 * @see CPython's `Future.__log_traceback`
 */
export class UnretrievedException {
  readonly exception: unknown;
  readonly #loop: Scheduler;
  readonly #kind: string;
  #unwatched: Failed | undefined;

  constructor(future: Failed, exception: unknown) {
    this.exception = exceptionOf(future.kind, exception);
    this.#loop = future.getLoop();
    this.#kind = future.kind;
    this.#unwatched = future;
    this.#loop.unretrieved.add(this);
  }

  /** The exception, for somebody who will deal with it. */
  retrieve(): unknown {
    this.#loop.unretrieved.delete(this);
    return this.exception;
  }

  /** Most are retrieved within the turn in which they happen: only those left at its end are worth watching. */
  watch(): void {
    if (this.#unwatched === undefined) {
      return;
    }
    // V8 formats a stack trace when it is first read, and until then holds the frames, and so the task in them.
    lookUp(this.exception, "stack");
    garbage.register(this.#unwatched, this);
    this.#unwatched = undefined;
  }

  report(): void {
    if (!this.#loop.unretrieved.delete(this)) {
      return;
    }
    this.#loop.callExceptionHandler({
      message: `${this.#kind} exception was never retrieved`,
      exception: this.exception,
    });
  }
}

const garbage = new FinalizationRegistry<UnretrievedException>((exception) => exception.report());
