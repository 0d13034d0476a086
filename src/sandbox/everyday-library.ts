/**
 * What half of the lessons' programs need of the library, by itself: less than half of its bytes. A program that
 * imports anything else gets the whole instead. `getRunningLoop` is not here, since it brings threads along.
 */

export { Context, ContextVar, copyContext } from "../async-primitives/context-var.ts";
export { coroutine, isCoroutine } from "../async-primitives/coroutine.ts";
export { BrokenBarrierError } from "../async-primitives/errors/broken-barrier-error.ts";
export * from "../async-primitives/errors/errors.ts";
export { BaseExceptionGroup, ExceptionGroup } from "../async-primitives/errors/exception-group.ts";
export * from "../async-primitives/errors/queue-errors.ts";
export { TimeoutError } from "../async-primitives/errors/timeout-error.ts";
export { inspection as "asyncio-ts/inspection" } from "../async-primitives/event-loop.ts";
export { fromPromise } from "../async-primitives/futures/from-promise.ts";
export { Future, isFuture } from "../async-primitives/futures/future.ts";
export { asCompleted } from "../async-primitives/iteration/as-completed.ts";
export { Barrier } from "../async-primitives/locks/barrier.ts";
export { Condition } from "../async-primitives/locks/condition.ts";
export { Event } from "../async-primitives/locks/event.ts";
export { Lock } from "../async-primitives/locks/lock.ts";
export { LifoQueue, PriorityQueue, Queue } from "../async-primitives/locks/queue.ts";
export { BoundedSemaphore, Semaphore } from "../async-primitives/locks/semaphore.ts";
export { run } from "../async-primitives/runner.ts";
export { ensureFuture } from "../async-primitives/tasks/ensure-future.ts";
export { gather } from "../async-primitives/tasks/gather.ts";
export { shield } from "../async-primitives/tasks/shield.ts";
export { sleep } from "../async-primitives/tasks/sleep.ts";
export { allTasks, createTask, currentTask, Task } from "../async-primitives/tasks/task.ts";
export { taskGroup } from "../async-primitives/tasks/task-group.ts";
export { timeout, timeoutAt } from "../async-primitives/tasks/timeouts.ts";
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  wait,
} from "../async-primitives/tasks/wait.ts";
export { waitFor } from "../async-primitives/tasks/wait-for.ts";
