import { Future } from "../../async-primitives/futures/future.ts";
import type { LoopEvent, Task } from "../../async-primitives/index.ts";
import { aroundMethod } from "./around-method.ts";

export type NamedFuture = Extract<LoopEvent, { kind: "future named" }>;

/** Knows what it is that tasks wait for. */
export interface AwaitedNames {
  nameOf(future: Future<unknown>): NamedFuture | undefined;
  detailOf(task: Task<unknown>, future: Future<unknown>): string | undefined;
}

/** What futures stand for, also those that were made while nobody looked. */
export class FutureNames {
  readonly #named = new WeakMap<Future<unknown>, NamedFuture>();

  /**
   * Notes what becomes of futures from now on.
   *
   * @returns A function that ends it.
   */
  watch(): () => void {
    const named = this.#named;
    return aroundMethod(
      Future.prototype,
      "standsFor",
      (original) =>
        function standsFor(this: Future<unknown>, name, of) {
          named.set(this, { kind: "future named", future: this, name, of });
          return original.call(this, name, of) as never;
        },
    );
  }

  /** As it was told, or would have been, when the future was made. */
  nameOf(future: Future<unknown>): NamedFuture | undefined {
    return this.#named.get(future);
  }
}
