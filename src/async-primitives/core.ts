/** The core: the whole library but for what touches the world. It runs unchanged wherever JavaScript does. */

export { Context, ContextVar, copyContext, type Token } from "./context-var.ts";
export {
  type Awaitable,
  type Coroutine,
  coroutine,
  isCoroutine,
  type Result,
  type Suspension,
} from "./coroutine.ts";
export { AssertionError } from "./errors/assertion-error.ts";
export { BrokenBarrierError } from "./errors/broken-barrier-error.ts";
export * from "./errors/errors.ts";
export { BaseExceptionGroup, ExceptionGroup, type GroupCondition } from "./errors/exception-group.ts";
export * from "./errors/iteration-errors.ts";
export { KeyboardInterrupt } from "./errors/keyboard-interrupt.ts";
export * from "./errors/queue-errors.ts";
export * from "./errors/stream-errors.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export {
  EventLoop,
  type EventLoopOptions,
  type ExceptionContext,
  type ExceptionHandler,
  getRunningLoop,
  type TaskFactory,
} from "./event-loop.ts";
export type { Executor } from "./executor.ts";
export { fromPromise } from "./futures/from-promise.ts";
export { Future, isFuture } from "./futures/future.ts";
export { aclosing } from "./iteration/aclosing.ts";
export { asCompleted, type Completions, type FutureOf } from "./iteration/as-completed.ts";
export type { AsyncCursor, AsyncSource } from "./iteration/async-cursor.ts";
export { type AsyncLoop, asyncFor } from "./iteration/async-for.ts";
export { AsyncGen, asyncGenerator } from "./iteration/async-generator.ts";
export { aiter, anext } from "./iteration/async-source.ts";
export { type Foreign, fromAsyncIterable } from "./iteration/from-async-iterable.ts";
export type { Emit } from "./iteration/generator-body.ts";
export { toAsyncIterable } from "./iteration/to-async-iterable.ts";
export { untilShutdown } from "./iteration/until-shutdown.ts";
export type { Acquired } from "./locks/acquirable.ts";
export { Barrier } from "./locks/barrier.ts";
export { Condition } from "./locks/condition.ts";
export { Event } from "./locks/event.ts";
export { Lock } from "./locks/lock.ts";
export { type Items, LifoQueue, PriorityQueue, Queue } from "./locks/queue.ts";
export { BoundedSemaphore, Semaphore } from "./locks/semaphore.ts";
export { type Clock, HostClock, VirtualClock } from "./loop/clock.ts";
export { Handle, TimerHandle } from "./loop/handle.ts";
export type { Scheduler } from "./loop/scheduler.ts";
export type { LoopEvent, LoopObserver } from "./observer.ts";
export { Runner, type RunnerOptions, type RunOptions, run } from "./runner.ts";
export { formatCallGraph, printCallGraph } from "./tasks/call-graph.ts";
export { eagerTaskFactory } from "./tasks/eager-task-factory.ts";
export { ensureFuture } from "./tasks/ensure-future.ts";
export { type ExceptStarClause, exceptStar } from "./tasks/except-star.ts";
export { gather, type Outcomes, type Results } from "./tasks/gather.ts";
export { shield } from "./tasks/shield.ts";
export { signalOf } from "./tasks/signal-of.ts";
export { sleep } from "./tasks/sleep.ts";
export { allTasks, createTask, currentTask, Task, type TaskOptions } from "./tasks/task.ts";
export { type TaskGroup, taskGroup } from "./tasks/task-group.ts";
export { type Timeout, timeout, timeoutAt } from "./tasks/timeouts.ts";
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  type WaitOptions,
  wait,
} from "./tasks/wait.ts";
export { waitFor } from "./tasks/wait-for.ts";
