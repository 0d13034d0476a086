import type { ProgramError } from "../../sandbox/protocol.ts";
import { firstUserFrame } from "../../trace/stack-frame.ts";

/** The code that ran, by the names of its files. */
export type Files = Readonly<Record<string, string>>;

/** The line at which an error stands, and the column, counted from 1. */
export function placeOf(
  { frames }: ProgramError,
  files: Files,
): { readonly line: string; readonly column: number } {
  const { path = "", line = 0, column = 0 } = firstUserFrame(frames) ?? {};
  const code = Object.hasOwn(files, path) ? (files[path] ?? "") : "";
  return { line: code.split("\n")[line - 1] ?? "", column };
}
