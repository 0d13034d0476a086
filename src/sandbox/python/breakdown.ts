import { cut } from "../../trace/cut.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import { limits, type ProgramError } from "../protocol.ts";
import { OutputLines } from "./output-lines.ts";

/** How Pyodide begins to tell that CPython has broken down. */
const beginning = "Pyodide has suffered a fatal error. Please report this to the Pyodide maintainers.";

const tooDeep = "The calls go deeper than a page has room for: it has less than a machine.";
/** In the words of V8 and JavaScriptCore, and of SpiderMonkey. */
const noRoom = /^(?:Maximum call stack size exceeded\.?|too much recursion)$/;
const frameOfDump = /^ {2}File "(.*)", line (\d+) in (.*)$/;

/**
 * An error that is none of Python's: CPython itself has broken down, as it does where calls from C to Python and back go deeper
 * than the browser lets them.
 */
export class Breakdown {
  /** In which CPython says where, the innermost frame first. */
  readonly #lines: string[] = [];
  readonly #dump = new OutputLines(limits.text, (line) => this.#lines.push(line));
  #hasBegun = false;

  /** Hears of it from now on. */
  constructor() {
    const { error: complain } = console;
    console.error = (...said) => {
      this.#hasBegun ||= said[0] === beginning;
      complain(...said);
    };
  }

  /** Whether what is written to the error output is no more the program's. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  write(bytes: Uint8Array): number {
    return this.#dump.write(bytes);
  }

  /** @param file That of the program. */
  describe(error: Error, file: string): ProgramError {
    const frames = this.#lines.flatMap((line) => frameIn(line, file)).slice(0, limits.frames);
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
