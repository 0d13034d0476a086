import type { TaskFactory } from "./event-loop.ts";
import { Task } from "./task.ts";

/**
 * For `loop.setTaskFactory`: every task runs at once, up to its first wait, so that one which does not have to
 * wait never goes through the loop.
 *
 * @see Python's `asyncio.eager_task_factory`
 */
export const eagerTaskFactory: TaskFactory = (loop, coroutine, options) =>
  new Task(coroutine, { ...options, loop, eagerStart: true });
