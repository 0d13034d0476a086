import { cut } from "../trace/cut.ts";
import { parseStack } from "../trace/parse-stack.ts";
import type { StackFrame } from "../trace/stack-frame.ts";
import type { LinkedModules } from "./linked-modules.ts";
import { withNamedPlaces } from "./name-places.ts";
import { limits, type ProgramError } from "./protocol.ts";

/** Where an error is said to have arisen is looked for in so many UTF-16 units of its stack. */
const stackLength = 20_000;
/** So many of the errors in a group are listed. */
const mostInner = 20;

/**
 * What the pane shows of anything thrown: name, message, and the frames in the reader's files and the library. An error
 * may be made to resist: whatever throws when it is looked at is left out.
 */
export function describeError(thrown: unknown, modules: LinkedModules): ProgramError {
  if (!isError(thrown)) {
    return {
      name: "Thrown",
      message: cut(
        safeString(() => thrown),
        limits.text,
      ),
      frames: [],
    };
  }
  const stack = cut(
    safeString(() => thrown.stack ?? ""),
    stackLength,
  );
  const { message, ...places } = withNamedPlaces({ message: explain(thrown) }, modules);
  return {
    ...places,
    name: cut(
      safeString(() => thrown.name),
      limits.text,
    ),
    message: cut(withNames(message, modules), limits.text),
    frames: readStack(stack, modules).slice(0, limits.frames),
  };
}

/** A proxy may throw when it is asked what it is. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

/** Engines name a module by its address, which says nothing to a reader. */
function withNames(message: string, modules: LinkedModules): string {
  return message.replaceAll(/blob:[^\s'"]+/g, (address) => modules.get(address)?.path ?? address);
}

/** A group of errors says what is in it, and an error what caused it. */
function explain(error: Error): string {
  const listed = innerErrors(error).map((each, index) => `\n  ${index + 1}. ${oneLine(each)}`);
  const cause = orUndefined(() => error.cause);
  const reason = cause === undefined ? "" : `\n  caused by ${oneLine(cause)}`;
  const message = cut(
    safeString(() => error.message),
    limits.text,
  );
  return message + listed.join("") + reason;
}

/** Not by iterating, which might never end. */
function innerErrors(error: Error): readonly unknown[] {
  const inner = orUndefined(() => (error instanceof AggregateError ? error.errors : undefined));
  return Array.isArray(inner)
    ? (orUndefined(() => Array.prototype.slice.call(inner, 0, mostInner)) ?? [])
    : [];
}

function oneLine(thrown: unknown): string {
  const text = isError(thrown)
    ? `${safeString(() => thrown.name)}: ${safeString(() => thrown.message)}`
    : safeString(() => thrown);
  return cut(text, 1_000);
}

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The frames of a stack that are the reader's or the library's. */
export function readStack(stack: string, modules: LinkedModules): StackFrame[] {
  return parseStack(stack, "blob").flatMap(({ caller, address, line, column }) => {
    const module = modules.get(address);
    return module === undefined
      ? []
      : [{ caller: cut(caller, 200), path: module.path, line, column: module.columnBefore(line, column) }];
  });
}

/** What a look at something gives, as text. */
export function safeString(look: () => unknown): string {
  try {
    return String(look());
  } catch {
    return "a value that cannot be shown";
  }
}
