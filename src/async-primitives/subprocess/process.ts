import type { Coroutine } from "../coroutine.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { BrokenPipeError, ConnectionResetError, ProcessLookupError } from "../errors/os-error.ts";
import type { StreamReader } from "../streams/stream-reader.ts";
import type { StreamWriter } from "../streams/stream-writer.ts";
import { gather } from "../tasks/gather.ts";
import type { Child, Signal } from "./child.ts";
import type { PIPE } from "./stdio.ts";
import type { SubprocessOptions } from "./subprocess-options.ts";

/**
 * A thing that is there if one of the streams was asked for as a pipe; it may be there where the type of the options
 * does not say whether that was so.
 */
type IfPipe<O, Name extends string, T> = O extends { readonly [_ in Name]: typeof PIPE }
  ? T
  : typeof PIPE extends O[Name & keyof O]
    ? T | undefined
    : undefined;

/**
 * A process that was started by `createSubprocessExec` or `createSubprocessShell`.
 *
 * @group Subprocesses
 * @see Python's `asyncio.subprocess.Process`
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever options it has, a process is a Process
export class Process<O extends SubprocessOptions = any> {
  static {
    guardMethods(Process, "Process", (value) => #child in value);
  }

  /** What it reads, to be written to; undefined unless `stdin` is PIPE. */
  readonly stdin: IfPipe<O, "stdin", StreamWriter>;
  /** What it writes, to be read; undefined unless `stdout` is PIPE. */
  readonly stdout: IfPipe<O, "stdout", StreamReader>;
  /** Its errors, to be read; undefined unless `stderr` is PIPE. */
  readonly stderr: IfPipe<O, "stderr", StreamReader>;
  readonly #child: Child;

  /** @internal */
  constructor(child: Child) {
    this.#child = child;
    this.stdin = child.stdin as typeof this.stdin;
    this.stdout = child.stdout as typeof this.stdout;
    this.stderr = child.stderr as typeof this.stderr;
  }

  /** The number that the system knows it by. */
  get pid(): number {
    return this.#child.pid;
  }

  /** What it ended with, or minus the number of the signal that ended it; undefined while it runs. */
  get returncode(): number | undefined {
    return this.#child.returncode;
  }

  /**
   * Waits for its end and answers with its return code. Read its pipes meanwhile, or use `communicate()`: a
   * process whose full pipe nobody reads does not end.
   */
  *wait(): Coroutine<number> {
    return yield* this.#child.ended(this);
  }

  /**
   * Writes the input, closes `stdin`, reads both outputs to their end and waits for the process.
   *
   * @returns What came from `stdout` and from `stderr`; undefined for what is not a pipe.
   * @throws TypeError when there is input and `stdin` is not a pipe.
   */
  *communicate(
    input?: Uint8Array,
  ): Coroutine<[stdout: IfPipe<O, "stdout", Uint8Array>, stderr: IfPipe<O, "stderr", Uint8Array>]> {
    const { stdin, stdout, stderr } = this.#child;
    if (input !== undefined && stdin === undefined) {
      throw new TypeError(
        "communicate() has input, but the process no pipe for it: start it with stdin: PIPE",
      );
    }
    const [, output, errors] = yield* gather(feed(stdin, input), readAll(stdout), readAll(stderr));
    yield* this.wait();
    return [output, errors] as never;
  }

  /**
   * Sends it a signal.
   *
   * @throws ProcessLookupError when it has ended.
   */
  sendSignal(signal: Signal): void {
    if (this.returncode !== undefined) {
      throw new ProcessLookupError(
        `Process ${this.pid} has ended with ${this.returncode}: ask returncode before sending a signal`,
      );
    }
    this.#child.sendSignal(signal);
  }

  /**
   * Asks it to end: SIGTERM.
   *
   * @throws ProcessLookupError when it has ended.
   */
  terminate(): void {
    this.sendSignal("SIGTERM");
  }

  /**
   * Ends it: SIGKILL.
   *
   * @throws ProcessLookupError when it has ended.
   */
  kill(): void {
    this.sendSignal("SIGKILL");
  }

  /** Says which process it is, and whether it has ended. */
  toString(): string {
    return `<Process ${this.pid}${this.returncode === undefined ? "" : ` returned ${this.returncode}`}>`;
  }
}

/** Writes all of the input, unless the process does not want to read it. */
function* feed(stdin: StreamWriter | undefined, input: Uint8Array | undefined): Coroutine<void> {
  if (stdin === undefined) {
    return;
  }
  try {
    if (input !== undefined) {
      stdin.write(input);
      yield* stdin.drain();
    }
  } catch (error) {
    if (!(error instanceof BrokenPipeError || error instanceof ConnectionResetError)) {
      throw error;
    }
  }
  stdin.close();
}

function* readAll(reader: StreamReader | undefined): Coroutine<Uint8Array | undefined> {
  return reader === undefined ? undefined : yield* reader.read();
}
