import type { Context } from "../context-var.ts";

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
  handler: ((report: R) => void) | undefined,
  byDefault: (report: R) => void,
): void {
  if (handler === undefined) {
    handleByDefault(report, byDefault);
    return;
  }
  const origin = (report.task ?? report.future ?? report.handle) as Partial<HasContext> | undefined;
  const where = origin?.getContext?.();
  try {
    if (where === undefined) {
      handler(report);
    } else {
      where.run(handler, report);
    }
  } catch (exception) {
    const failed: ErrorReport = {
      message: "Unhandled error in exception handler",
      exception,
      context: report,
    };
    handleByDefault(failed as R, byDefault);
  }
}

interface HasContext {
  getContext(): Context;
}

function handleByDefault<R extends ErrorReport>(report: R, byDefault: (report: R) => void): void {
  try {
    byDefault(report);
  } catch (exception) {
    console.error("Exception in default exception handler", exception, "while handling", report.exception);
  }
}
