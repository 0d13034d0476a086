import { genuineCoroutine } from "#host";
import { type Awaitable, type Coroutine, isCoroutine, offer } from "../coroutine.ts";
import { checkDelay } from "../errors/check-delay.ts";
import { CancelledError } from "../errors/errors.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Future } from "../futures/future.ts";
import { checkAwaitable, ensureFuture } from "./ensure-future.ts";
import { timeout } from "./timeouts.ts";
import { wait } from "./wait.ts";

/**
 * Waits for something, but not longer than so many seconds: then it is cancelled.
 *
 * @param delay How long to wait, in seconds; null or undefined for without end.
 * @throws TimeoutError when it was not done in time.
 * @group Waiting
 * @see Python's `asyncio.wait_for()`
 * @example
 * function* main(): Coroutine<string> {
 *   return yield* waitFor(sleep(1, "in time"), 2);
 * }
 *
 * console.log(await run(main())); // in time
 */
export function* waitFor<T>(awaitable: Awaitable<T>, delay: number | null | undefined): Coroutine<T> {
  checkDelay(delay, "waitFor()");
  checkAwaitable(awaitable);
  if (delay != null && delay <= 0) {
    return yield* resultNow(ensureFuture(awaitable));
  }
  if (isCoroutine(awaitable)) {
    offer(genuineCoroutine(awaitable));
  }
  return yield* timeout(delay, () => awaitable);
}

/** Without time to wait only what is done already counts, and what a cancelled task still answers with. */
function* resultNow<T>(future: Future<T>): Coroutine<T> {
  if (future.done()) {
    return future.result();
  }
  future.cancel();
  yield* wait([future]);
  try {
    return future.result();
  } catch (error) {
    if (error instanceof CancelledError) {
      throw new TimeoutError("", { cause: error });
    }
    throw error;
  }
}
