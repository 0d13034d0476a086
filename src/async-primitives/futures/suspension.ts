import type { Suspension } from "../coroutine.ts";
import { RuntimeError } from "../errors/errors.ts";
import type { Future } from "./future.ts";

/** The waiting for a future: `yield*` over the future iterates over this. */
export class FutureSuspension<T = unknown> implements Suspension, Iterator<Suspension, T, void> {
  declare readonly "a star: write `yield*`, not `yield`": true;
  readonly #future: Future<T>;
  #suspended = false;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  /** What is waited for. */
  get future(): Future<unknown> {
    return this.#future;
  }

  /** Asks first and suspends only if it must: a future that is done is answered at once. */
  next(): IteratorResult<Suspension, T> {
    if (this.#future.done()) return { done: true, value: this.#future.result() };
    if (this.#suspended) {
      throw new RuntimeError(
        "A future was iterated outside of a task: wait for it with `yield*` in a coroutine",
      );
    }
    this.#suspended = true;
    const loop = this.#future.getLoop();
    if (loop.observed) loop.report({ kind: "wait reached", on: this.#future });
    return { done: false, value: this };
  }

  /** Ends the waiting with an error: a task does so to cancel its coroutine. */
  throw(error: unknown): never {
    throw error;
  }

  /** Ends the waiting without one, when its coroutine is closed. */
  return(value: T): IteratorReturnResult<T> {
    return { done: true, value };
  }
}
