import { checkOptions } from "../errors/check-options.ts";
import { checkType } from "../errors/check-type.ts";
import { describe } from "../errors/describe.ts";
import { checkLimit } from "../streams/stream-reader.ts";
import { DEVNULL, PIPE, STDOUT, type Stdio } from "./stdio.ts";

/**
 * Where the streams of a process lead, and where it runs.
 *
 * @group Subprocesses
 */
export interface SubprocessOptions {
  /** What the process reads; what this process reads if left out. */
  stdin?: Stdio | undefined;
  /** Where its output goes; where that of this process goes if left out. */
  stdout?: Stdio | undefined;
  /** Where its errors go; where those of this process go if left out. */
  stderr?: Stdio | typeof STDOUT | undefined;
  /** The folder that it runs in. */
  cwd?: string | undefined;
  /** Its environment, instead of that of this process. */
  env?: Readonly<Record<string, string>> | undefined;
  /**
   * Runs it in a session of its own, as the first of a process group that bears its number: a signal to the whole group,
   * as `process.kill(-pid, "SIGKILL")` of Node sends it, reaches what it has started in turn. A Ctrl-C does not reach it.
   */
  startNewSession?: boolean | undefined;
  /** Of its readers: the longest line they take, in bytes. 64 KiB if left out. */
  limit?: number | undefined;
}

/**
 * Looks at the options before the process starts, for what fails later leaves a process behind.
 *
 * @throws TypeError when they are no object, or one of them is of the wrong type.
 * @throws RangeError when the limit is not more than 0.
 */
export function checkSubprocessOptions(options: SubprocessOptions, caller: string): void {
  checkOptions(options, `${caller}()`);
  checkStdio(options, caller);
  const { cwd, env, limit, startNewSession } = options;
  if (startNewSession !== undefined && typeof startNewSession !== "boolean") {
    throw new TypeError(
      `${caller}() takes true or false as startNewSession, got ${describe(startNewSession)}`,
    );
  }
  if (cwd !== undefined) {
    checkText(cwd, `${caller}() takes the path of a folder as cwd`);
  }
  if (env !== undefined) {
    checkEnv(env, caller);
  }
  if (limit !== undefined) {
    checkLimit(limit);
  }
}

function checkEnv(env: unknown, caller: string): void {
  checkOptions(env, `${caller}()`, "names with their texts as env");
  for (const [name, value] of Object.entries(env as object)) {
    if (value !== undefined) {
      checkText(value, `${caller}() takes text as env.${name}`);
    }
  }
}

/**
 * @throws TypeError when it is not text.
 * @throws RangeError when it holds a character with which text ends for the system.
 */
export function checkText(text: unknown, expected: string): void {
  checkType(text, "string", expected);
  if ((text as string).includes("\0")) {
    throw new RangeError(`${expected}, without null characters, got ${describe(text)}`);
  }
}

function checkStdio(options: SubprocessOptions, caller: string): void {
  for (const name of ["stdin", "stdout", "stderr"] as const) {
    const value = options[name];
    const isKnown = value === undefined || value === PIPE || value === DEVNULL || isDescriptor(value);
    if (isKnown || (name === "stderr" && value === STDOUT)) {
      continue;
    }
    const choices = `PIPE, DEVNULL, ${name === "stderr" ? "STDOUT, " : ""}a file descriptor or nothing`;
    throw new TypeError(`${caller}() takes ${choices} as ${name}, got ${describe(value)}`);
  }
}

/** Of any other number Node does not say that it is wrong: it ends the process. */
function isDescriptor(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}
