import { textOf } from "#host";
import { CancelledError } from "./errors.ts";
import { lookUp } from "./look-up.ts";

const StackTraces = Error as { stackTraceLimit?: number | undefined };

/** Capturing the stack makes a cancellation four times as slow, so that only debug mode has it. */
export function newCancelledError(message: string | Error | undefined, withStack: boolean): CancelledError {
  const limit = StackTraces.stackTraceLimit;
  if (!withStack) {
    StackTraces.stackTraceLimit = 0;
  }
  const error =
    typeof message === "object"
      ? new CancelledError(textOf(lookUp(message, "message") ?? message), { cause: message })
      : new CancelledError(message === undefined ? message : textOf(message));
  StackTraces.stackTraceLimit = limit;
  return error;
}
