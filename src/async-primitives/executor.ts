import { RuntimeError } from "./errors/errors.ts";
import type { Future } from "./futures/future.ts";
import type { Scheduler } from "./loop/scheduler.ts";

/**
 * Runs functions in other threads, for `loop.runInExecutor()`.
 *
 * @group Executors
 * @see Python's `concurrent.futures.Executor`
 */
export interface Executor {
  submit<A extends unknown[], T>(
    work: (...args: A) => T,
    ...args: A
  ): { wrap(loop: Scheduler): Future<Awaited<T>> };
  /**
   * Takes no more work. When its loop ends, the loop waits for the answer if that can be awaited. It should be done
   * `timeout` seconds later in any case, whatever still runs; seconds of the machine, since threads know no other clock.
   */
  shutdown(options?: { timeout?: number | null | undefined }): unknown;
}

/** Makes the executor of a loop that was given none. The core knows no threads: `executors/ways-to-a-loop.ts` brings them. */
export const defaultExecutor: { create(): Executor } = {
  create() {
    throw new RuntimeError("This loop has no executor: pass a ThreadPoolExecutor");
  },
};
