import type { Future } from "./futures/future.ts";
import type { Handle, TimerHandle } from "./loop/handle.ts";
import type { Task } from "./tasks/task.ts";
import type { TaskGroup } from "./tasks/task-group.ts";
import type { Timeout } from "./tasks/timeouts.ts";

/** The function, or the method of a lock, queue, process or the like, that waits for a future of its own. */
export type FutureName =
  | "acquire"
  | "createSubprocessExec"
  | "createSubprocessShell"
  | "drain"
  | "fromPromise"
  | "gather"
  | "get"
  | "put"
  | "read"
  | "runInExecutor"
  | "serveForever"
  | "shield"
  | "sleep"
  | "task group"
  | "wait"
  | "waitClosed";

/** What a loop reports to those who observe it, as it happens. */
export type LoopEvent =
  | { readonly kind: "task created"; readonly task: Task<unknown> }
  /** Joins the end of the ready queue: a callback, or the next step of a task. */
  | { readonly kind: "queued"; readonly runnable: Handle | Task<unknown> }
  | { readonly kind: "step began"; readonly task: Task<unknown> }
  | { readonly kind: "step ended"; readonly task: Task<unknown> }
  | { readonly kind: "callback began"; readonly handle: Handle }
  | { readonly kind: "callback ended"; readonly handle: Handle }
  /** Will not be called, if it has not been by now. */
  | { readonly kind: "callback cancelled"; readonly handle: Handle }
  /**
   * A coroutine has come to a place where it waits, and its task does not know yet. An observer that looks at the
   * stack sees the place, and all the coroutines that led there. `on` is undefined for a sleep that only gives up
   * its turn; a bare `yield` goes without.
   */
  | { readonly kind: "wait reached"; readonly on: Future<unknown> | undefined }
  /** `on` is undefined when the task only gives up its turn. */
  | { readonly kind: "task waits"; readonly task: Task<unknown>; readonly on: Future<unknown> | undefined }
  | { readonly kind: "timer set"; readonly timer: TimerHandle }
  | { readonly kind: "timer fired"; readonly timer: TimerHandle }
  | { readonly kind: "timer cancelled"; readonly timer: TimerHandle }
  /**
   * What a future of the library stands for, told when it is made. `of` are the futures that it depends on, or the
   * lock, queue, process or the like to which it belongs.
   */
  | {
      readonly kind: "future named";
      readonly future: Future<unknown>;
      readonly name: FutureName;
      readonly of: Iterable<Future<unknown>> | object | undefined;
    }
  /** Looking at the failure here does not count as looking at the exception. */
  | {
      readonly kind: "future done";
      readonly future: Future<unknown>;
      readonly failure: { readonly exception: unknown } | undefined;
    }
  | { readonly kind: "task done"; readonly task: Task<unknown> }
  /** Somebody called `cancel()` while it was not done. Whom it passes the request on to follows at once. */
  | { readonly kind: "cancel requested"; readonly future: Future<unknown> }
  | { readonly kind: "scope opened"; readonly scope: TaskGroup | Timeout }
  | { readonly kind: "scope joined"; readonly scope: TaskGroup; readonly task: Task<unknown> }
  /** `thrown` is what its block ends with; undefined if it ends well. */
  | { readonly kind: "scope closed"; readonly scope: TaskGroup | Timeout; readonly thrown: unknown };

/** Called for every event, in order, while the loop waits. */
export type LoopObserver = (event: LoopEvent) => void;
