import { RuntimeError } from "../errors/errors.ts";
import type { Future } from "./future.ts";

/**
 * What a coroutine hands to its task when it has to wait: "wake me when this future is done". Only `yield*`
 * over a future makes one, and no other type fits, so a forgotten star does not compile.
 *
 * @see Python's `Future.__await__()`
 */
export class Suspension<T = unknown> implements Iterator<Suspension, T, void> {
  readonly #future: Future<T>;
  #suspended = false;

  /** @internal */
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
