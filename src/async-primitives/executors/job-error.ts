import { BrokenExecutor } from "./broken-executor.ts";
import { findUncloneable } from "./find-uncloneable.ts";
import type { FunctionSource } from "./function-source.ts";
import type { ErrorReport } from "./messages.ts";

type ErrorClass = new (message: string) => Error;

const standardErrors: Readonly<Record<string, ErrorClass>> = {
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** The error of a job, as it is thrown on this side. */
export function errorOf(work: FunctionSource, report: ErrorReport): unknown {
  if (report.uncloneable !== undefined) {
    return new TypeError(
      `What ${work.name} returns cannot be sent back from a worker: ${report.uncloneable}. Return data only`,
    );
  }
  if (report.missing !== undefined) return new ReferenceError(explainMissing(work, report.missing));
  if (!report.isError) return report.thrown;
  const error = new (standardErrors[report.name] ?? Error)(report.message);
  if (error.name !== report.name)
    Object.defineProperty(error, "name", { value: report.name, writable: true, configurable: true });
  if (report.stack !== undefined) error.stack = report.stack;
  const { cause, ...properties } = (report.thrown ?? {}) as { cause?: unknown };
  if (cause !== undefined) error.cause = cause;
  return Object.assign(error, properties);
}

function explainMissing({ name }: FunctionSource, missing: string): string {
  const start = name.startsWith("'") ? name : "The function";
  return (
    `${start} uses '${missing}', which does not exist in the worker: a function is sent there as text, without ` +
    `the variables and imports around it. Pass '${missing}' as an argument, or have the initializer set globalThis.${missing}`
  );
}

/** The error of a job whose arguments could not be sent. */
export function sendingError(
  work: FunctionSource,
  calls: readonly (readonly unknown[])[],
  cause: unknown,
): Error {
  const reasons = calls.flatMap((args) =>
    args.flatMap((argument, place) => findUncloneable(argument, `argument ${place + 1}`) ?? []),
  );
  return new TypeError(
    `The arguments of ${work.name} cannot be sent to a worker: ${reasons[0] ?? String(cause)}. Pass data only`,
    { cause },
  );
}

/** The error of a job whose worker died. */
export function deathError(work: FunctionSource, reason: string): BrokenExecutor {
  return new BrokenExecutor(`The worker died before ${work.name} was through: ${reason}. Other jobs go on`);
}

/** The error of all jobs when workers cannot be prepared. */
export function initializerError(initializer: FunctionSource, report: ErrorReport): BrokenExecutor {
  const cause = errorOf(initializer, report);
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new BrokenExecutor(
    `The initializer ${initializer.name} failed in a worker, so no job can run: ${reason}`,
    {
      cause,
    },
  );
}
