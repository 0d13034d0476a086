/// <reference lib="dom" />
import type { Compilation } from "./compile.ts";
import type { ProgramError } from "./protocol.ts";

/** What the compiler is asked for. */
export interface CompileOrder {
  /** The code of each file, by its path. */
  readonly sources: Readonly<Record<string, string>>;
  readonly entry: string;
}

/** What it answers: one or the other. */
export interface Compiled {
  readonly compilation?: Compilation;
  readonly error?: ProgramError;
}

/** How long a program may take to compile, in milliseconds: most take two. */
const patience = 10_000;
const tooLong = "The program took more than 10 s to compile, and was given up.";

/** Owns the worker that compiles: a parser may need longer for a line than anybody waits, and a page must not wait. */
export class CompilerHost {
  readonly #address: string;
  #worker: Worker | undefined;
  /** Answers the order that is under way. */
  #answer: ((compiled: Compiled | undefined) => void) | undefined;

  constructor(script: string) {
    this.#address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    this.#worker = new Worker(this.#address);
  }

  /** Resolves with `undefined` when it was cancelled, as by the next order. */
  compile(order: CompileOrder): Promise<Compiled | undefined> {
    this.cancel();
    this.#worker ??= new Worker(this.#address);
    const worker = this.#worker;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#fail("SyntaxError", tooLong), patience);
      this.#answer = (compiled) => {
        clearTimeout(timer);
        this.#answer = undefined;
        resolve(compiled);
      };
      worker.onmessage = ({ data }) => this.#answer?.(data);
      worker.onerror = ({ message }) => this.#fail("SandboxError", message);
      worker.postMessage(order);
    });
  }

  /** Ends what is under way, if anything is. */
  cancel(): void {
    this.#end(undefined);
  }

  #fail(name: string, message: string): void {
    this.#end({ error: { name, message, frames: [] } });
  }

  #end(compiled: Compiled | undefined): void {
    if (this.#answer !== undefined) {
      this.#worker?.terminate();
      this.#worker = undefined;
      this.#answer(compiled);
    }
  }
}
