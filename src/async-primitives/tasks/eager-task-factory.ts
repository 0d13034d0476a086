import type { Coroutine } from "../coroutine.ts";
import type { Scheduler } from "../loop/scheduler.ts";
import { Task, type TaskOptions } from "./task.ts";

/**
 * For `loop.setTaskFactory`: every task runs at once, up to its first wait, so that one which does not have to
 * wait never goes through the loop.
 *
 * @group Tasks
 * @see Python's `asyncio.eager_task_factory`
 * @example
 * function* lookUp(cache: Map<string, number>, key: string): Coroutine<number> {
 *   return cache.get(key) ?? (yield* sleep(1, 0));
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     getRunningLoop().setTaskFactory(eagerTaskFactory);
 *     const task = createTask(lookUp(new Map([["answer", 42]]), "answer"));
 *     console.log(task.done()); // true
 *   })(),
 * );
 */
export function eagerTaskFactory<T>(loop: Scheduler, coroutine: Coroutine<T>, options: TaskOptions): Task<T> {
  return new Task(coroutine, { ...options, loop, eagerStart: true });
}
