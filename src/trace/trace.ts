import type { StackFrame } from "./stack-frame.ts";

/**
 * What a loop did, as the event-loop view is told of it: plain data, in the order in which it happened. Tasks,
 * futures, callbacks, timers and scopes are named by numbers, which are given at the first mention and never used twice.
 * A task is a future as well, and a step of it is a callback: it has one number for all three. A gather, shield or wait
 * is a scope and the future that its owner waits for. 0 stands for none.
 */
export type TraceEvent = {
  /** When it happened: seconds of the loop's clock since the run began. Never decreases. */
  readonly at: number;
} & (
  | {
      readonly kind: "task created";
      readonly task: number;
      readonly name: string;
      /** The task whose step made it. */
      readonly parent: number;
      /** Where it was made, the innermost frame first. */
      readonly frames: readonly StackFrame[];
      /** Of a saved run, from its source: the variable that keeps the task, a blank, and the function that it runs. */
      readonly source?: string | undefined;
    }
  | { readonly kind: "task renamed"; readonly task: number; readonly name: string }
  /** Joins the end of the ready queue. A task that is ready is named by its task. */
  | { readonly kind: "queued"; readonly handle: number; readonly label: string }
  /** Was cancelled while it was ready: the loop will pass over it. */
  | { readonly kind: "unqueued"; readonly handle: number }
  /** Left the queue and has the thread. A task that starts eagerly begins inside the step that made it. */
  | { readonly kind: "began"; readonly handle: number }
  | { readonly kind: "ended"; readonly handle: number }
  /** The task waits. Without `on` it only gave up its turn, and is queued at once. */
  | {
      readonly kind: "waits";
      readonly task: number;
      readonly on: number;
      /** What it waits for, in the library's words: `sleep`, `Lock.acquire`, `Queue.get`, `gather`, `Task`, `Future`, `yield`... */
      readonly what: string;
      /** Where it waits, the innermost frame first. */
      readonly frames: readonly StackFrame[];
      /** What the variables hold that are seen there, a line `name = text` each. Left out where nobody asked for them. */
      readonly values?: string | undefined;
    }
  | { readonly kind: "timer set"; readonly handle: number; readonly deadline: number; readonly label: string }
  /** Its time had come: it joins the ready queue, and no `queued` is told. */
  | { readonly kind: "timer fired"; readonly handle: number }
  | { readonly kind: "timer cancelled"; readonly handle: number }
  /** `by` is the task whose step settled it: that task woke the one that waits. */
  | { readonly kind: "future done"; readonly future: number; readonly outcome: Outcome; readonly by: number }
  | { readonly kind: "task done"; readonly task: number; readonly outcome: Outcome; readonly message: string }
  /** Somebody called `cancel()` on a task or future. What this passes on follows at once, one event each. */
  | { readonly kind: "cancel"; readonly target: number; readonly by: number }
  | {
      readonly kind: "scope opened";
      readonly scope: number;
      readonly what: ScopeKind;
      /** The task that opened it. */
      readonly owner: number;
      /** Of a timeout that has one: seconds since the run began. */
      readonly deadline: number | undefined;
    }
  /** A task (or future) became a child of the scope. */
  | { readonly kind: "scope joined"; readonly scope: number; readonly member: number }
  | { readonly kind: "scope closed"; readonly scope: number; readonly outcome: Outcome }
  /** A future stands for a turn at a lock or semaphore. Told of programs outside of the site alone, as the next one is. */
  | { readonly kind: "lock awaited"; readonly lock: number; readonly future: number }
  /** The tasks that hold it have changed, or are told for the first time; the first ones of them. */
  | { readonly kind: "lock held"; readonly lock: number; readonly by: readonly number[] }
  /**
   * The program runs on the host's own loop, which nothing but its promises and timers shows: tasks are calls of async
   * functions, and the ready queue is that of microtasks. It is the first event.
   */
  | { readonly kind: "promises watched" }
  /** A promise was rejected, and nobody had asked for its result by the end of the turn. 0 for one that was never seen. */
  | { readonly kind: "rejection unhandled"; readonly future: number; readonly message: string }
  /** Something was printed. */
  | {
      readonly kind: "output";
      readonly task: number;
      /** Which entry of the console it is, counted from 0. */
      readonly line: number;
      /** The beginning of it. */
      readonly text: string;
      /** Where it was printed, the innermost frame first; not every recorder knows it. */
      readonly frames: readonly StackFrame[];
    }
);

export const outcomes = ["result", "exception", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

export const scopeKinds = ["gather", "shield", "timeout", "task group", "wait", "run"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export const traceLimits = {
  /** Events in one message. */
  events: 5_000,
  /** Events of one run. What comes later is counted, not kept. */
  all: 200_000,
  /** Stack frames of one event. */
  frames: 6,
  /** Tasks that hold a lock. */
  holders: 10,
  /** UTF-16 units of a frame's function or file. */
  frameText: 20_000,
  /** UTF-16 units of a name, label or text. */
  text: 120,
  /** UTF-16 units of the values at one wait. */
  values: 2_000,
} as const;
