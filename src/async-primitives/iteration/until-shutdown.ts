import type { Coroutine } from "../coroutine.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { QueueShutDown } from "../errors/queue-errors.ts";
import type { Queue } from "../locks/queue.ts";
import type { AsyncCursor } from "./async-cursor.ts";

/**
 * The items of a queue, as somebody puts them in, until the queue is shut down and empty. Several tasks can go through
 * one queue at the same time: each item goes to one of them. Say `taskDone()` yourself, if anybody waits in `join()`.
 *
 * @group Asynchronous iteration
 * @see Python's `Queue.get()` in a loop that ends with QueueShutDown
 * @example
 * const dishes = new Queue<string>();
 *
 * function* cook(): Coroutine<void> {
 *   for (const dish of ["soup", "bread"]) {
 *     yield* sleep(1);
 *     yield* dishes.put(dish);
 *   }
 *   dishes.shutdown();
 * }
 *
 * function* serve(): Coroutine<void> {
 *   yield* asyncFor(untilShutdown(dishes), function* (dish) {
 *     console.log(dish); // soup, bread
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(cook(), serve());
 * }
 *
 * await run(main());
 */
export function untilShutdown<T>(queue: Pick<Queue<T>, "get">): AsyncCursor<T> {
  checkMethods(queue, ["get"], "untilShutdown() takes a queue");
  const cursor = {
    aiter: () => cursor,
    *anext(): Coroutine<T> {
      try {
        return yield* queue.get();
      } catch (error) {
        if (error instanceof QueueShutDown) {
          throw new StopAsyncIteration("", { cause: error });
        }
        throw error;
      }
    },
  };
  return cursor;
}
