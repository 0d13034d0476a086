import type { Future } from "./future.ts";
import type { TimerHandle } from "./handle.ts";
import type { Task } from "./task.ts";

/** What a loop reports to those who observe it, as it happens. */
export type LoopEvent =
  | { readonly kind: "task created"; readonly task: Task<unknown> }
  | { readonly kind: "step began"; readonly task: Task<unknown> }
  | { readonly kind: "step ended"; readonly task: Task<unknown> }
  /** `on` is undefined when the task only gives up its turn. */
  | { readonly kind: "task waits"; readonly task: Task<unknown>; readonly on: Future<unknown> | undefined }
  | { readonly kind: "timer set"; readonly timer: TimerHandle }
  | { readonly kind: "timer fired"; readonly timer: TimerHandle }
  | { readonly kind: "timer cancelled"; readonly timer: TimerHandle }
  | { readonly kind: "future done"; readonly future: Future<unknown> }
  | { readonly kind: "task done"; readonly task: Task<unknown> };

/** Called for every event, in order, while the loop waits. */
export type LoopObserver = (event: LoopEvent) => void;
