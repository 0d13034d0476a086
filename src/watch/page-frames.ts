import { captureStack, onlyRunning } from "../trace/capture-stack.ts";
import { parseStack, type StackLine } from "../trace/parse-stack.ts";
import type { StackFrame } from "../trace/stack-frame.ts";

/** How many stacks are kept, since many tasks wait in the same line. */
const mostKnown = 1_000;
/** How V8 names the builtin that resumes a generator: below each generator that runs. */
const resumes = /^\s*at (?:\S+\.)?next \(<anonymous>\)$/;
/** What stands for a place that nobody can tell. It is the program's all the same. */
const somewhere: readonly StackFrame[] = [{ caller: "", path: "", line: 0, column: 0 }];

/**
 * Finds the page's own frames on the stack, as the browser names them: no source map is read.
 *
 * A file that has the page's code has either none of the library, or all: then no address tells which frame is whose, and
 * only the coroutine that a task was made of is known, in V8, since it is the outermost of those that run.
 */
export class PageFrames {
  readonly #known = new Map<string, readonly StackFrame[]>();
  /** Whether what is recorded next is what a run ends with, which nobody but the library made. */
  isLibrarys = false;

  /** The innermost first. */
  here(): readonly StackFrame[] {
    if (this.isLibrarys) {
      return [];
    }
    const stack = captureStack();
    let frames = this.#known.get(stack);
    if (frames === undefined) {
      frames = framesIn(onlyRunning(stack));
      if (this.#known.size >= mostKnown) {
        this.#known.clear();
      }
      this.#known.set(stack, frames);
    }
    return frames;
  }
}

/** The page's own frames in the text of a stack whose innermost frame is ours. */
export function framesIn(stack: string): readonly StackFrame[] {
  const lines = parseStack(stack, "page");
  const own = fileOf(lines[0]?.address ?? "");
  const folder = /^(.*\/)watch\/[^/]*$/.exec(own)?.[1];
  const isOurs = (file: string) =>
    file === own || file.includes("/node_modules/") || (folder !== undefined && file.startsWith(folder));
  const others = lines.filter(({ address }) => !isOurs(fileOf(address)));
  if (others.length > 0) {
    return others.map(frameOf);
  }
  const coroutine = outermostCoroutine(stack);
  return coroutine === undefined || own.includes("/node_modules/") ? somewhere : [frameOf(coroutine)];
}

/** Of the coroutines that run, each below the one that it waits for, the one that the task was made of. */
function outermostCoroutine(stack: string): StackLine | undefined {
  let outermost: string | undefined;
  const lines = stack.split("\n");
  for (const [index, line] of lines.entries()) {
    if (resumes.test(lines[index + 1] ?? "")) {
      outermost = line;
    } else if (outermost !== undefined && !resumes.test(line)) {
      break;
    }
  }
  return outermost === undefined ? undefined : parseStack(outermost, "page")[0];
}

function frameOf({ address, caller, line, column }: StackLine): StackFrame {
  return { caller, path: pathOf(address), line, column };
}

/** An address without what says which version of the file it is. */
function fileOf(address: string): string {
  return address.replace(/[?#].*$/, "");
}

/** `src/app.ts` of this page's `http://localhost:5173/src/app.ts?t=1`, and of webpack's `webpack-internal:///./src/app.ts`. */
function pathOf(address: string): string {
  const file = fileOf(address);
  const origin = `${globalThis.location?.origin}/`;
  return file.startsWith(origin)
    ? file.slice(origin.length)
    : file.replace(/^webpack-internal:\/\/\/(?:\([^)]*\)\/)?(?:\.\/)?/, "").replace(/^https?:\/\//, "");
}
