import type { StackFrame } from "../../sandbox/protocol.ts";

/** The innermost place in the reader's own files. */
export function readersPlace(places: readonly StackFrame[]): StackFrame | undefined {
  return places.find(({ path }) => path.endsWith(".ts"));
}
