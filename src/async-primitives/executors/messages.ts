/** Asks a worker to call a function, once with each list of arguments. Its text comes along the first time. */
export type WorkMessage = readonly [
  functionId: number,
  source: string | undefined,
  calls: readonly (readonly unknown[])[],
];

/** Asks a worker to prepare itself, before its first job. */
export type InitializeMessage = readonly [source: string, args: readonly unknown[]];

/** What a worker answers, in the order in which it was asked: how long it took, and a list of results or one error. */
export type ReplyMessage =
  | readonly [milliseconds: number, results: readonly unknown[]]
  | readonly [milliseconds: number, results: undefined, error: ErrorReport];

/** It could not prepare itself. */
export interface BrokenMessage {
  readonly broken: ErrorReport;
}

/** It is about to end by its own will. */
export interface ClosingMessage {
  readonly closing: true;
}

export type FromWorker = ReplyMessage | BrokenMessage | ClosingMessage;

/** An error on its way from a worker. */
export interface ErrorReport {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The name of the variable that does not exist in the worker, if that was the mistake. */
  readonly missing: string | undefined;
  /** What cannot be sent back, if that was the mistake. */
  readonly uncloneable: string | undefined;
  /** What was thrown, if that was no error; or what an error bears besides. */
  readonly thrown: unknown;
  readonly isError: boolean;
}
