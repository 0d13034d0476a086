import { firstUserFrame, type StackFrame } from "../../trace/stack-frame.ts";

/** How a file read when its program ran; undefined where nobody knows. */
export type SourceOf = (path: string) => string | undefined;

/** What a program says of a task where it makes it: the variable that keeps it, and the function that it runs. Empty for none. */
export interface SourceName {
  readonly variable: string;
  readonly called: string;
}

const none: SourceName = { variable: "", called: "" };
/** Lines that are longer are nobody's work, in UTF-16 units. */
const longestLine = 400;
const making = /\b(?:createTask|create_task|ensureFuture|ensure_future)\(/g;
const variableBefore = /([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::[^=]*)?=\s*(?:[\w$]+\.)*$/u;
const functionWithin = /^\w+\(\s*(?:[\w$]+\.)*#?([\p{L}_$][\p{L}\p{N}_$]*)\(/u;

/** Reads in a program's source what it calls its tasks. */
export class SourceNames {
  readonly #sourceOf: SourceOf;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(sourceOf: SourceOf) {
    this.#sourceOf = sourceOf;
  }

  /** @param frames Where the task was made. */
  of(frames: readonly StackFrame[]): SourceName {
    const frame = firstUserFrame(frames);
    const line = frame === undefined ? "" : (this.#linesOf(frame.path)[frame.line - 1] ?? "");
    const call = line.length > longestLine ? undefined : callIn(line, frame?.column ?? 0);
    if (call === undefined) {
      return none;
    }
    return {
      variable: variableBefore.exec(line.slice(0, call.index))?.[1] ?? "",
      called: functionWithin.exec(line.slice(call.index))?.[1] ?? "",
    };
  }

  #linesOf(path: string): readonly string[] {
    let lines = this.#lines.get(path);
    if (lines === undefined) {
      lines = this.#sourceOf(path)?.split("\n") ?? [];
      this.#lines.set(path, lines);
    }
    return lines;
  }
}

/**
 * Where a line makes the task. What else makes tasks, as `gather` does, may stand in the same line: only a column tells. CPython
 * has none.
 */
function callIn(line: string, column: number): { readonly index: number } | undefined {
  const calls = [...line.matchAll(making)];
  if (column > 0) {
    return calls.find(({ index }) => index === column - 1);
  }
  return calls.length === 1 && !line.includes("gather(") ? calls[0] : undefined;
}
