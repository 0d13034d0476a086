import type { EventLoop } from "../event-loop.ts";
import type { Future } from "../futures/future.ts";
import type { Task } from "../tasks/task.ts";
import type { Handle } from "./handle.ts";

/** What an exception handler is told. */
export interface ExceptionContext {
  readonly message: string;
  readonly exception?: unknown;
  readonly future?: Future<unknown>;
  readonly task?: Task<unknown>;
  readonly handle?: Handle;
  /** What the exception handler was told when it failed itself. */
  readonly context?: ExceptionContext;
}

/** Is told of errors that nobody can catch. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => void;

/** Prints an error that nobody can catch, and after it the one that its handler was told of before it failed. */
export function printException({ message, exception, context, ...about }: ExceptionContext): void {
  const lines = Object.entries(about).map(([name, thing]) => `\n${name}: ${thing}`);
  console.error(message + lines.join(""), ...(exception === undefined ? [] : [exception]));
  if (context !== undefined) printException(context);
}

/** Tells a handler of an error, in the context of what has failed. However broken the handler is, the loop goes on. */
export function handleException(
  loop: EventLoop,
  handler: ExceptionHandler | undefined,
  context: ExceptionContext,
): void {
  if (handler === undefined) {
    handleByDefault(loop, context);
    return;
  }
  const origin: Partial<Handle> | undefined = context.task ?? context.future ?? context.handle;
  const where = origin?.getContext?.();
  try {
    if (where === undefined) handler(loop, context);
    else where.run(handler, loop, context);
  } catch (exception) {
    handleByDefault(loop, { message: "Unhandled error in exception handler", exception, context });
  }
}

/** A subclass of the loop may have a default of its own, broken or not. */
function handleByDefault(loop: EventLoop, context: ExceptionContext): void {
  try {
    loop.defaultExceptionHandler(context);
  } catch (exception) {
    console.error("Exception in default exception handler", exception, "while handling", context.exception);
  }
}
