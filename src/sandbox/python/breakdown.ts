import { cut } from "../../trace/cut.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import { limits, type ProgramError } from "../protocol.ts";

/** How CPython begins to say where it has broken down. */
const heading = "Stack (most recent call first):";
const tooDeep = "The calls go deeper than a page has room for: it has less than a machine.";
/** In the words of V8 and JavaScriptCore, and of SpiderMonkey. */
const noRoom = /^(?:Maximum call stack size exceeded\.?|too much recursion)$/;
const frameOfDump = /^ {2}File "(.*)", line (\d+) in (.*)$/;

/**
 * An error that is none of Python's: CPython itself has broken down, as it does where calls from C to Python and back go deeper
 * than the browser lets them.
 */
export class Breakdown {
  readonly #tell: (line: string) => void;
  /** In which CPython says where, the innermost frame first, unless it is the program that asks for its stack. */
  readonly #held: string[] = [];

  /** @param tell Takes the lines of the program's own. */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Takes a line of the output, to which Pyodide writes that. */
  hear(line: string): void {
    if (line === heading || (this.#held.length > 0 && /^ {2}(?:File "|\.\.\.$)/.test(line))) {
      this.#held.push(line);
    } else {
      this.release();
      this.#tell(line);
    }
  }

  /** CPython has not broken down: what was held back is the program's. */
  release(): void {
    for (const line of this.#held.splice(0)) {
      this.#tell(line);
    }
  }

  /** @param file That of the program. */
  describe(error: Error, file: string): ProgramError {
    const frames = this.#held
      .splice(0)
      .flatMap((line) => frameIn(line, file))
      .slice(0, limits.frames);
    const isTooDeep = noRoom.test(error.message);
    return {
      name: isTooDeep ? "RecursionError" : cut(error.name, 200),
      message: isTooDeep ? tooDeep : cut(error.message, limits.text),
      frames: frames.filter((frame, at) => !isSame(frame, frames[at - 1])),
    };
  }
}

function frameIn(line: string, file: string): readonly StackFrame[] {
  const [, path, number, caller = ""] = frameOfDump.exec(line) ?? [];
  return path === file
    ? [{ caller: caller === "<module>" ? "" : cut(caller, 200), path, line: Number(number), column: 0 }]
    : [];
}

/** What calls itself is named once. */
function isSame(frame: StackFrame, other: StackFrame | undefined): boolean {
  return frame.line === other?.line && frame.caller === other.caller;
}
