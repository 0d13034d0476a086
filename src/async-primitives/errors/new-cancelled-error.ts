import { CancelledError } from "./errors.ts";

const StackTraces = Error as { stackTraceLimit?: number | undefined };

/** Capturing the stack makes a cancellation four times as slow, so that only debug mode has it. */
export function newCancelledError(message: string | undefined, withStack: boolean): CancelledError {
  if (withStack) {
    return new CancelledError(message);
  }
  const limit = StackTraces.stackTraceLimit;
  StackTraces.stackTraceLimit = 0;
  const error = new CancelledError(message);
  StackTraces.stackTraceLimit = limit;
  return error;
}
