import type { ProgramError, StackFrame } from "../sandbox/protocol.ts";

const nowhere: StackFrame = { caller: "", path: "", line: 0, column: 0 };

/** Where in the reader's own files an error arose: the innermost frame that is not the library's. */
export function placeOf({ frames }: ProgramError): StackFrame {
  return frames.find(({ path }) => path.endsWith(".ts")) ?? nowhere;
}
