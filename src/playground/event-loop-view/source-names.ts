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
/** What else makes tasks. */
const alsoMaking = /\b(?:gather|shield|wait|waitFor|wait_for|asCompleted|as_completed)\(/;
const name = "([\\p{L}_$][\\p{L}\\p{N}_$]*)";
const object = "(?:[\\w$]+\\.)*";
/** A variable and its type, in TypeScript and in Python; or a variable alone. */
const variablesBefore = [
  new RegExp(`\\b(?:const|let|var)\\s+${name}\\s*:[^=,]*=\\s*${object}$`, "u"),
  new RegExp(`^\\s*(?!(?:else|try|finally|default)\\b)${name}\\s*:[^=]*=\\s*${object}$`, "u"),
  new RegExp(`${name}\\s*=\\s*${object}$`, "u"),
];
const functionWithin = new RegExp(`^\\w+\\(\\s*${object}#?${name}\\(`, "u");

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
    const [before, after] = [line.slice(0, call.index), line.slice(call.index)];
    const variable = variablesBefore.map((pattern) => pattern.exec(before)?.[1]).find(Boolean) ?? "";
    return {
      variable: goesOn(after) ? "" : variable,
      called: functionWithin.exec(after)?.[1] ?? "",
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
 * Where a line makes the task. What else makes tasks may stand in the same line: only a column tells. CPython has none, and
 * that of a compiled program may be another one: then the line must speak of nothing else.
 */
function callIn(line: string, column: number): { readonly index: number } | undefined {
  const code = withoutTexts(line);
  const calls = [...code.matchAll(making)];
  const exact = calls.find(({ index }) => index === column - 1);
  return exact ?? (calls.length === 1 && !alsoMaking.test(code) ? calls[0] : undefined);
}

/** The line with blanks in the place of its strings, and without a comment at its end, in either language. */
function withoutTexts(line: string): string {
  return line
    .replace(/(["'])(?:\\.|(?!\1).)*\1/g, (text) => " ".repeat(text.length))
    .replace(/(?:^|\s)(?:#|\/\/).*/, "");
}

/** Whether something is done with the task at once, so that a variable keeps what comes of that. */
function goesOn(call: string): boolean {
  const code = withoutTexts(call);
  let depth = 0;
  for (let index = 0; index < code.length; index++) {
    depth += code[index] === "(" ? 1 : code[index] === ")" ? -1 : 0;
    if (depth === 0 && code[index] === ")") {
      return /^\s*\./.test(code.slice(index + 1));
    }
  }
  return false;
}
