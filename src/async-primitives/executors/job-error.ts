import { BrokenExecutor } from "./broken-executor.ts";
import { findUncloneable } from "./find-uncloneable.ts";
import type { FunctionSource } from "./function-source.ts";
import type { ErrorReport, Packed } from "./messages.ts";

type ErrorClass = new (message: string) => Error;

const standardErrors = new Map<string, ErrorClass>(
  [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((each) => [each.name, each]),
);

/** What a job failed with, as it is thrown on this side. */
export function errorOf(work: FunctionSource, report: ErrorReport): unknown {
  if (report.uncloneable !== undefined) {
    return new TypeError(
      `What ${work.name} returns cannot be sent back from a worker: ${report.uncloneable}. Return data only`,
    );
  }
  if (report.missing !== undefined) {
    return new ReferenceError(explainMissing(work, report.missing));
  }
  return rebuild(report);
}

function rebuild(report: ErrorReport): unknown {
  const { name, message, stack, properties, thrown } = report;
  if (thrown !== undefined) {
    return unpack(thrown);
  }
  const error = name === "AggregateError" ? new AggregateError([], message) : newError(name, message);
  if (stack !== undefined) {
    error.stack = stack;
  }
  for (const [key, packed, enumerable] of properties) {
    const value = unpack(packed);
    Object.defineProperty(error, key, { value, enumerable, writable: true, configurable: true });
  }
  return error;
}

function newError(name: string | undefined, message: string): Error {
  if (name === undefined) {
    return new TypeError(`${message} was thrown in a worker, and cannot be sent: throw an Error`);
  }
  const error = new (standardErrors.get(name) ?? Error)(message);
  if (error.name !== name) {
    Object.defineProperty(error, "name", { value: name, writable: true, configurable: true });
  }
  return error;
}

function unpack(packed: Packed): unknown {
  if ("error" in packed) {
    return rebuild(packed.error);
  }
  return "list" in packed ? packed.list.map(unpack) : packed.value;
}

function explainMissing({ name }: FunctionSource, missing: string): string {
  const start = name.startsWith("'") ? name : "The function";
  const reason = `${start} uses '${missing}', which does not exist in the worker: a function is sent there as text, without the variables and imports around it`;
  return name === `'${missing}'`
    ? `${reason}, not even the one that it is kept in. Give it that name itself, as in function ${missing}() { ... }`
    : `${reason}. Pass '${missing}' as an argument if it is data, define it inside the function, or have the initializer set globalThis.${missing}`;
}

/** The error of a job whose arguments could not be sent. */
export function sendingError(
  work: FunctionSource,
  calls: readonly (readonly unknown[])[],
  cause: unknown,
): Error {
  const reasons = calls.flatMap((args) =>
    args.flatMap((argument, index) => findUncloneable(argument, `argument ${index + 1}`) ?? []),
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
