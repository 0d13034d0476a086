/** One function of a stack. Lines and columns are counted from 1, and 0 stands for unknown. */
export interface StackFrame {
  /** The function that was running; empty at the top level of a module. */
  readonly caller: string;
  /** The reader's file without a slash, or the library's name. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The innermost frame in the reader's own files, which the library's frames may lie above. */
export function firstUserFrame(frames: readonly StackFrame[]): StackFrame | undefined {
  return frames.find(isUserFrame);
}

/** Whether a frame is of the reader's own files, in whatever language, and not of the library, whose name has no ending. */
export function isUserFrame({ path }: StackFrame): boolean {
  return /\.\w{2,3}$/.test(path);
}
