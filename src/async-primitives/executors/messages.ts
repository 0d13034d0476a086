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

/** The key under which a worker's messages travel: the functions that it calls may post some of their own. */
export const ours = "asyncio-ts";

/** The message, unless it was posted by somebody else. */
export function oursIn(data: unknown): FromWorker | undefined {
  return (data as { readonly [ours]?: FromWorker } | null)?.[ours];
}

/** What was thrown in a worker, on its way from there. */
export interface ErrorReport {
  /** The name of the error; undefined if it was none. */
  readonly name: string | undefined;
  readonly message: string;
  readonly stack: string | undefined;
  /** The name of the variable that does not exist in the worker, if that was the mistake. */
  readonly missing: string | undefined;
  /** What cannot be sent back, if that was the mistake. */
  readonly uncloneable: string | undefined;
  /** What an error bears besides, such as its cause. */
  readonly properties: readonly (readonly [name: string, value: Packed, enumerable: boolean])[];
  /** What was thrown, if that was no error; undefined if it cannot be sent. */
  readonly thrown: Packed | undefined;
}

/** A value that comes with an error. The errors in it travel as reports: a copy would lose their classes and properties. */
export type Packed =
  | { readonly value: unknown }
  | { readonly error: ErrorReport }
  | { readonly list: readonly Packed[] };
