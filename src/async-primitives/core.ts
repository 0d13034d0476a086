/** The core: the whole library but for what touches the world. It runs unchanged wherever JavaScript does. */

export type { Acquired } from "./acquirable.ts";
export { asCompleted } from "./as-completed.ts";
export { Barrier } from "./barrier.ts";
export { formatCallGraph, printCallGraph } from "./call-graph.ts";
export { type Clock, HostClock, VirtualClock } from "./clock.ts";
export { Condition } from "./condition.ts";
export { Context, ContextVar, copyContext, type Token } from "./context-var.ts";
export { type Awaitable, type Coroutine, coroutine, isCoroutine } from "./coroutine.ts";
export { eagerTaskFactory } from "./eager-task-factory.ts";
export { ensureFuture } from "./ensure-future.ts";
export * from "./errors.ts";
export { Event } from "./event.ts";
export {
  EventLoop,
  type EventLoopOptions,
  type TaskFactory,
} from "./event-loop.ts";
export type { ExceptionContext, ExceptionHandler } from "./exception-handler.ts";
export type { Executor } from "./executor.ts";
export { fromPromise } from "./from-promise.ts";
export { Future, isFuture } from "./future.ts";
export { gather, type Outcomes, type Results } from "./gather.ts";
export { Handle, TimerHandle } from "./handle.ts";
export { Lock } from "./lock.ts";
export type { LoopEvent, LoopObserver } from "./observer.ts";
export { type Items, LifoQueue, PriorityQueue, Queue } from "./queue.ts";
export { Runner, type RunOptions, run } from "./runner.ts";
export { getRunningLoop } from "./running-loop.ts";
export { BoundedSemaphore, Semaphore } from "./semaphore.ts";
export { shield } from "./shield.ts";
export { sleep } from "./sleep.ts";
export type { Suspension } from "./suspension.ts";
export { allTasks, createTask, currentTask, Task, type TaskOptions } from "./task.ts";
export { type TaskGroup, taskGroup } from "./task-group.ts";
export { type Timeout, timeout, timeoutAt } from "./timeouts.ts";
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  type WaitOptions,
  wait,
} from "./wait.ts";
export { waitFor } from "./wait-for.ts";
