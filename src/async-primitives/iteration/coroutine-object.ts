import type { Coroutine, Suspension } from "../coroutine.ts";

/** A coroutine that is not made by a generator function. */
export abstract class CoroutineObject<T> {
  /** What tells a coroutine from other awaitables. */
  get [Symbol.toStringTag](): string {
    return "Generator";
  }

  [Symbol.iterator](): this {
    return this;
  }

  abstract next(): IteratorResult<Suspension | undefined, T>;
  abstract throw(error: unknown): IteratorResult<Suspension | undefined, T>;
  abstract return(value: T): IteratorResult<Suspension | undefined, T>;

  /** As a coroutine: it has all that a task wants of one, though not the methods of iterators. */
  asCoroutine(): Coroutine<T> {
    return this as unknown as Coroutine<T>;
  }
}
