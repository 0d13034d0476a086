import { describe } from "../errors/describe.ts";
import { DEVNULL, PIPE, STDOUT, type Stdio } from "./stdio.ts";

/** Where the streams of a process lead, and where it runs. */
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
  /** Of its readers: the longest line they take, in bytes. 64 KiB if left out. */
  limit?: number | undefined;
}

/** @throws TypeError when one of its streams leads to something unknown. */
export function checkStdio(options: SubprocessOptions, caller: string): void {
  for (const name of ["stdin", "stdout", "stderr"] as const) {
    const value = options[name];
    const isKnown = value === undefined || value === PIPE || value === DEVNULL || Number.isInteger(value);
    if (isKnown || (name === "stderr" && value === STDOUT)) continue;
    const choices = `PIPE, DEVNULL, ${name === "stderr" ? "STDOUT, " : ""}a file descriptor or nothing`;
    throw new TypeError(`${caller}() takes ${choices} as ${name}, got ${describe(value)}`);
  }
}
