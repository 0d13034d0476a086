import type { ErrorReport } from "./exception-handler.ts";

/**
 * What the host keeps for a line of work, as it was at some moment: in Node what every `AsyncLocalStorage` holds. Only the
 * module `#host` looks inside.
 */
export type Stores = object;

/**
 * What a loop can run in its turn: a callback, or a step of a task. The published declarations tell nothing of how, here
 * as in the classes.
 */
export interface Runnable {
  /** @internal What it finds in the host's stores, where the host has any. */
  readonly stores: Stores | undefined;
  /** @internal */
  run(): void;
}

/** What a host runs to its end, unless Ctrl-C ends it: a task. */
export interface Interruptible {
  getLoop(): {
    readonly debug: boolean;
    callExceptionHandler(report: ErrorReport): void;
    addObserver(observer: (event: never) => unknown): () => void;
  };
  cancel(): boolean;
  uncancel(): number;
}
