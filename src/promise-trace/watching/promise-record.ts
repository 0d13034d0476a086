import type { Outcome } from "../../trace/trace.ts";

/** What is known of a promise. */
export interface PromiseRecord {
  /** As the trace names it. The promise of an async call has the number of the call. */
  readonly number: number;
  /** Who made it, as a reader would say: `sleep`, `Promise.all`, `fetch`. */
  label: string;
  /** Undefined while it is pending, and as long as nobody has seen a promise of the host settle. */
  outcome: Outcome | undefined;
  /** Whether it cannot be seen when it settles, but only when who waits for it goes on. */
  isHosts: boolean;
  /** The async call that settled it, or in whose wake it was settled; 0 for none. */
  by: number;
  /** The async call whose promise it is. */
  lane: { readonly number: number; isDone: boolean } | undefined;
  /** The jobs that it will put into the queue when it settles, in their order. */
  readonly jobs: Job[];
  /** The promises that were resolved with this one, until each has asked it for its result. */
  readonly followers: Follower[];
}

/** What waits for a promise: a call that goes on, or a callback. */
export interface Job {
  readonly number: number;
  readonly label: string;
  /** Whether it stands in the queue of microtasks. */
  isQueued: boolean;
}

/** A promise that was resolved with another one. */
export interface Follower {
  readonly record: PromiseRecord;
  /** Asks the other promise for its result, by its `then`. */
  readonly job: Job;
}
