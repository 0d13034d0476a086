import type { Context } from "../context-var.ts";
import { guard } from "./guard.ts";

/** An error that nobody can catch, and what it is about. */
export interface ErrorReport {
  readonly message: string;
  readonly exception?: unknown;
  readonly future?: object;
  readonly task?: object;
  readonly handle?: object;
  /** What the exception handler was told when it failed itself. */
  readonly context?: ErrorReport;
}

/** Prints an error that nobody can catch, and after it the one that its handler was told of before it failed. */
export function printException({ message, exception, context, ...about }: ErrorReport): void {
  const lines = Object.entries(about).map(([name, thing]) => `\n${name}: ${thing}`);
  console.error(message + lines.join(""), ...(exception === undefined ? [] : [exception]));
  if (context !== undefined) {
    printException(context);
  }
}

/**
 * Tells a handler of an error, in the context of what has failed. However broken the handler is, or the default
 * one of a subclass of the loop, the loop goes on.
 */
export function handleException<R extends ErrorReport>(
  report: R,
  handler: ((report: R) => unknown) | undefined,
  byDefault: (report: R) => unknown,
): void {
  const handleByDefault = (told: ErrorReport) =>
    guard(
      () => byDefault(told as R),
      (exception) => {
        try {
          console.error(
            "Exception in default exception handler",
            exception,
            "while handling",
            told.exception,
          );
        } catch {
          // Nobody is left who could be told.
        }
      },
    );
  if (handler === undefined) {
    handleByDefault(report);
    return;
  }
  const origin = (report.task ?? report.future ?? report.handle) as Partial<HasContext> | undefined;
  const where = origin?.getContext?.();
  guard(
    () => (where === undefined ? handler(report) : where.run(handler, report)),
    (exception) =>
      handleByDefault({ message: "Unhandled error in exception handler", exception, context: report }),
  );
}

interface HasContext {
  getContext(): Context;
}
