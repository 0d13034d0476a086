import { cut, limits, type ProgramError, type StackFrame } from "./protocol.ts";

/** What a linked module's address leads back to. */
export interface LinkedModule {
  /** The reader's file without a slash, or the library's name. */
  readonly path: string;
  /** Undoes what linking did to the columns of a line. */
  readonly columnBefore: (line: number, column: number) => number;
}

export type LinkedModules = ReadonlyMap<string, LinkedModule>;

/** What the pane shows of anything thrown: name, message, and the frames in the reader's files and the library. */
export function describeError(thrown: unknown, modules: LinkedModules): ProgramError {
  if (!(thrown instanceof Error)) {
    return { name: "Thrown", message: cut(safeString(thrown)), frames: [] };
  }
  return {
    name: cut(safeString(thrown.name)),
    message: cut(withNames(explain(thrown), modules)),
    frames: readStack(safeString(thrown.stack ?? ""), modules).slice(0, limits.frames),
  };
}

/** Engines name a module by its address, which says nothing to a reader. */
function withNames(message: string, modules: LinkedModules): string {
  return message.replaceAll(/blob:[^\s'"]+/g, (address) => modules.get(address)?.path ?? address);
}

/** A group of errors says what is in it, and an error what caused it. */
function explain(error: Error): string {
  const inner = error instanceof AggregateError ? error.errors : [];
  const listed = [...inner].slice(0, 20).map((each, index) => `\n  ${index + 1}. ${oneLine(each)}`);
  const cause = error.cause === undefined ? "" : `\n  caused by ${oneLine(error.cause)}`;
  return safeString(error.message) + listed.join("") + cause;
}

function oneLine(thrown: unknown): string {
  return thrown instanceof Error
    ? `${safeString(thrown.name)}: ${safeString(thrown.message)}`
    : safeString(thrown);
}

/**
 * The frames of a stack that are the reader's or the library's. Lines read `at name (url:line:column)` in Chromium
 * and `name@url:line:column` in Firefox and WebKit.
 */
export function readStack(stack: string, modules: LinkedModules): StackFrame[] {
  return stack.split("\n").flatMap((text) => {
    const [, address = "", line, column] = /(blob:[^\s)]+?):(\d+):(\d+)/.exec(text) ?? [];
    const module = modules.get(address);
    if (module === undefined) {
      return [];
    }
    const caller = /^\s*at (?:async )?(.+?) \(/.exec(text)?.[1] ?? /^([^@\s]+)@/.exec(text)?.[1] ?? "";
    const place = { line: Number(line), column: module.columnBefore(Number(line), Number(column)) };
    return [{ caller: cut(caller, 200), path: module.path, ...place }];
  });
}

function safeString(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "a value that cannot be shown";
  }
}
