import type { Job, PromiseRecord } from "./promise-record.ts";

/** One call of an async function, from its first statement to its end. */
export interface Lane extends Job {
  readonly path: string;
  readonly caller: string;
  /** Its place in the order of all calls. */
  readonly order: number;
  /** Its promise. Whose it is, is found when the call gives it to its caller. */
  readonly record: PromiseRecord;
  readonly isGenerator: boolean;
  /** Whether its promise has been seen. */
  isClaimed: boolean;
  isRunning: boolean;
  /** Of a generator: whether it waits to be asked for its next value. */
  isParked: boolean;
  isQueued: boolean;
  isDone: boolean;
  /** What it waits for. */
  awaited: PromiseRecord | undefined;
  /** What it returns, or has thrown. */
  result: unknown;
  hasThrown: boolean;
  /** The line that it is at, as far as that is known. */
  line: number;
  /** What its variables hold where it waits, where somebody wants to know. */
  values: string | undefined;
}
