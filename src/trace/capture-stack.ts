// Kept before a program can replace them.
const HostError = Error as ErrorConstructor & { stackTraceLimit?: number };
const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;

const hostsFormat = Object.assign(Object.create(null), { value: undefined }) as PropertyDescriptor;

/** A stack has the library's own frames on top, and one for each coroutine that waits for another. */
const depth = 60;

/**
 * The stack of here, deeper than an engine gives by itself; empty where the program has spoilt what formats a stack. What
 * the program formats stacks with is not asked: it may tell of it.
 */
export function captureStack(): string {
  const format = getOwnPropertyDescriptor(HostError, "prepareStackTrace");
  if (format === undefined) {
    return stackOfHere();
  }
  // It would inherit what the program puts onto the prototype of objects.
  setPrototypeOf(format, null);
  defineProperty(HostError, "prepareStackTrace", hostsFormat);
  try {
    return stackOfHere();
  } finally {
    defineProperty(HostError, "prepareStackTrace", format);
  }
}

function stackOfHere(): string {
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
