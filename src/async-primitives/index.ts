export { type Clock, HostClock, VirtualClock } from "./clock.ts";
export { Context, ContextVar, copyContext, type Token } from "./context-var.ts";
export { type Awaitable, type Coroutine, coroutine, isCoroutine } from "./coroutine.ts";
export { ensureFuture } from "./ensure-future.ts";
export * from "./errors.ts";
export {
  EventLoop,
  type EventLoopOptions,
  type ExceptionContext,
  type ExceptionHandler,
  type TaskFactory,
} from "./event-loop.ts";
export { fromPromise } from "./from-promise.ts";
export { Future, isFuture } from "./future.ts";
export { gather, type Outcomes, type Results } from "./gather.ts";
export type { Handle, TimerHandle } from "./handle.ts";
export type { LoopEvent, LoopObserver } from "./observer.ts";
export { Runner, type RunOptions, run } from "./runner.ts";
export { getRunningLoop } from "./running-loop.ts";
export { sleep } from "./sleep.ts";
export { allTasks, createTask, currentTask, Task, type TaskOptions } from "./task.ts";
