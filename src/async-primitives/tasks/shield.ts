import type { Awaitable } from "../coroutine.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import type { Future } from "../futures/future.ts";
import { ensureFuture } from "./ensure-future.ts";

/**
 * Waits for something without cancelling it when the waiting is cancelled. A coroutine becomes a task at once.
 *
 * @throws TypeError when it cannot be awaited.
 * @throws RuntimeError when it is a coroutine and no loop is running.
 * @group Waiting
 * @see Python's `asyncio.shield()`
 * @example
 * function* save(): Coroutine<void> {
 *   yield* sleep(2);
 *   console.log("saved"); // saved
 * }
 *
 * function* main(): Coroutine<void> {
 *   const saving = createTask(save());
 *   try {
 *     yield* timeout(1, () => shield(saving));
 *   } catch (error) {
 *     if (!(error instanceof TimeoutError)) throw error;
 *   }
 *   yield* saving;
 * }
 *
 * await run(main());
 */
export function shield<T>(awaitable: Awaitable<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) {
    return inner;
  }
  const outer = new CompositeFuture<T>(inner.getLoop(), [inner], "shield");

  const onInnerDone = () => {
    if (outer.cancelled()) {
      if (!inner.cancelled()) {
        inner.exception();
      }
    } else if (inner.cancelled()) {
      outer.cancel();
    } else {
      const exception = inner.exception();
      if (exception === undefined) {
        outer.setResult(inner.result());
      } else {
        outer.setException(exception);
      }
    }
  };
  const subscription = inner.subscribe(onInnerDone);
  outer.addDoneCallback(() => inner.unsubscribe(subscription));
  return outer;
}
