import type { Coroutine } from "../coroutine.ts";
import type { StreamReader } from "../streams/stream-reader.ts";
import type { StreamWriter } from "../streams/stream-writer.ts";
import type { SubprocessOptions } from "./subprocess-options.ts";

/**
 * The name of a signal, such as `"SIGTERM"`, or its number.
 *
 * @group Subprocesses
 */
export type Signal = `SIG${string}` | number;

/** What to run: a program with its arguments, or a line for the shell. */
export type Command =
  | { readonly program: string; readonly args: readonly string[]; readonly shell?: undefined }
  | { readonly shell: string };

/** A process as the host offers it. */
export interface Child {
  readonly pid: number;
  readonly stdin: StreamWriter | undefined;
  readonly stdout: StreamReader | undefined;
  readonly stderr: StreamReader | undefined;
  readonly returncode: number | undefined;
  sendSignal(signal: Signal): void;
  /** Waits for its end, and answers with its return code. `process` is what observers are told that one waits for. */
  ended(process: object): Coroutine<number>;
}

/** Starts processes. */
export type Spawn = (command: Command, options: SubprocessOptions) => Coroutine<Child>;
