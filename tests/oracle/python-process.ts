import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TraceEntry } from "./program.ts";

const versionCheck = "import sys; sys.exit(sys.version_info[:2] != (3, 13))";

/** The first of PYTHON, python3.13 and python3 that is CPython 3.13; undefined when none of them is. */
export function findPython(): string | undefined {
  const candidates = [process.env.PYTHON, "python3.13", "python3"];
  return candidates.find(
    (candidate): candidate is string =>
      candidate !== undefined && spawnSync(candidate, ["-c", versionCheck]).status === 0,
  );
}

export const pythonIsMissing =
  "CPython 3.13 is needed to make fresh traces: neither PYTHON nor python3.13 nor python3 names one";

/** What CPython did with a program. */
export interface Recording {
  trace: TraceEntry[];
  outcomes: string[];
}

/** CPython, running one printed program after the other. */
export class PythonProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;
  #errors = "";

  constructor(python: string) {
    const script = fileURLToPath(new URL("interpreter.py", import.meta.url));
    this.#process = spawn(python, ["-B", script]);
    this.#process.stderr.on("data", (data: Buffer) => {
      this.#errors += data.toString();
    });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** Everything that it looks for in a run. */
  async outcomes(): Promise<string[]> {
    return (await this.#ask(null)) as string[];
  }

  /** Runs a printed program; undefined when it never ends. */
  async run(source: string): Promise<Recording | undefined> {
    return ((await this.#ask(source)) as Recording | null) ?? undefined;
  }

  async #ask(question: string | null): Promise<unknown> {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const answer = await this.#answers.next();
    if (answer.done) {
      throw new Error(`Python stopped:\n${this.#errors}\nwhile it ran:\n${question}`);
    }
    return JSON.parse(answer.value);
  }

  stop(): void {
    this.#process.stdin.end();
  }
}
