import type { FutureEvent } from "./futures/future.ts";
import type { Handle, HandleEvent } from "./loop/handle.ts";
import type { SchedulerEvent } from "./loop/scheduler.ts";
import type { Task, TaskEvent } from "./tasks/task.ts";
import type { TaskGroupEvent } from "./tasks/task-group.ts";
import type { TimeoutEvent } from "./tasks/timeouts.ts";

/** Joins the end of the ready queue: a callback, or the next step of a task. The scheduler itself knows no task. */
type Queued = { readonly kind: "queued"; readonly runnable: Handle | Task<unknown> };

/**
 * What a loop reports to those who observe it, as it happens.
 *
 * @group Loop and clock
 */
export type LoopEvent =
  | Queued
  | Exclude<SchedulerEvent, { kind: "queued" }>
  | HandleEvent
  | FutureEvent
  | TaskEvent
  | TaskGroupEvent
  | TimeoutEvent;

/**
 * Called for every event, in order, while the loop waits.
 *
 * @group Loop and clock
 */
export type LoopObserver = (event: LoopEvent) => void;
