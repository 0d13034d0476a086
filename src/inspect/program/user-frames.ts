import { fileURLToPath, pathToFileURL } from "node:url";
import { captureStack, onlyRunning } from "../../trace/capture-stack.ts";
import { parseStack } from "../../trace/parse-stack.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";

/** How many stacks are kept, since many tasks wait in the same line. */
const mostKnown = 1_000;
/** A CommonJS module is named in a stack by its path, without a scheme. */
const plainPath = /(?<=^\s*at (?:.*\()?)((?:\/|[A-Z]:\\)[^()]+?)(?=:\d+:\d+\)?$)/gm;

/** Finds the program's own frames on the stack: neither those of the library nor those of other packages. */
export class UserFrames {
  readonly #folder: string;
  readonly #library: string;
  readonly #known = new Map<string, readonly StackFrame[]>();

  /**
   * @param folder Where paths begin: those of files below it are relative.
   * @param library The folder of asyncio-ts, as an address with a slash at its end.
   */
  constructor(folder: string, library: string) {
    this.#folder = folder.replaceAll("\\", "/").replace(/\/?$/, "/");
    this.#library = library;
  }

  /** The innermost first. */
  here(): readonly StackFrame[] {
    const stack = captureStack();
    let frames = this.#known.get(stack);
    if (frames === undefined) {
      frames = this.#read(stack);
      if (this.#known.size >= mostKnown) {
        this.#known.clear();
      }
      this.#known.set(stack, frames);
    }
    return frames;
  }

  #read(stack: string): StackFrame[] {
    const text = onlyRunning(stack).replaceAll(plainPath, (path) => pathToFileURL(path).href);
    return parseStack(text, "file")
      .filter(({ address }) => !address.startsWith(this.#library) && !address.includes("/node_modules/"))
      .map(({ address, ...frame }) => ({ ...frame, path: this.#pathOf(address) }));
  }

  #pathOf(address: string): string {
    const path = fileURLToPath(address).replaceAll("\\", "/");
    return path.startsWith(this.#folder) ? path.slice(this.#folder.length) : path;
  }
}
