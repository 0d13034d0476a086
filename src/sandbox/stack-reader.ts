import { captureStack, onlyRunning } from "../trace/capture-stack.ts";
import { isUserFrame, type StackFrame } from "../trace/stack-frame.ts";
import { readStack } from "./describe-error.ts";
import type { LinkedModules } from "./linked-modules.ts";

/** Tells where a program is. Many tasks wait, and print, in the same line: each stack is read once. */
export class StackReader {
  readonly #modules: LinkedModules;
  readonly #known = new Map<string, readonly StackFrame[]>();

  constructor(modules: LinkedModules) {
    this.#modules = modules;
  }

  /** The frames in the reader's own files, the innermost first. */
  here(): readonly StackFrame[] {
    const stack = captureStack();
    let frames = this.#known.get(stack);
    if (frames === undefined) {
      frames = readStack(onlyRunning(stack), this.#modules).filter(isUserFrame);
      if (this.#known.size >= 1_000) {
        this.#known.clear();
      }
      this.#known.set(stack, frames);
    }
    return frames;
  }
}
