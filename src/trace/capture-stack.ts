// Kept before a program can replace it.
const HostError = Error as ErrorConstructor & { stackTraceLimit?: number };

/** A stack has the library's own frames on top, and one for each coroutine that waits for another. */
const depth = 60;

/**
 * The stack of here, deeper than an engine gives by itself; empty where the program has spoilt what formats a stack.
 */
export function captureStack(): string {
  const limit = HostError.stackTraceLimit;
  try {
    HostError.stackTraceLimit = depth;
    return String(new HostError().stack);
  } catch {
    return "";
  } finally {
    HostError.stackTraceLimit = limit as number;
  }
}

/** The stack without the lines with `async`, which V8 adds: they wait for a promise and do not run. */
export function onlyRunning(stack: string): string {
  return stack.replaceAll(/^\s*at async .*$/gm, "");
}
