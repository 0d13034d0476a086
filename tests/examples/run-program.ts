import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { compiledModules } from "../recording/compiled-modules.ts";

const execute = promisify(execFile);
/** Milliseconds. A limit for programs that never end, on a machine that is busy. */
const patience = 120_000;

/** The time of the machine, or one that nobody waits for, for a program that waits for timers alone. */
export type Time = "host" | "virtual";

/**
 * Runs a program to its end and gives what it printed. Throws, with its error output, when it fails.
 *
 * @param before What stands before the file: how the command runs it.
 */
export async function runProgram(
  command: string,
  file: string,
  folder: string,
  time: Time = "host",
  before: readonly string[] = time === "virtual" ? onVirtualTime(file) : [],
): Promise<string> {
  const env = { ...withoutColours(), PYTHONUTF8: "1", NODE_COMPILE_CACHE: compiledModules };
  const { stdout } = await execute(command, [...before, file], { cwd: folder, env, timeout: patience });
  return stdout.replaceAll("\r\n", "\n");
}

/** A test runner may ask programs for colours. Deno takes any FORCE_COLOR, even "0", for yes. */
function withoutColours(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: "1" };
}

export function onVirtualTime(file: string): string[] {
  const here = import.meta.dirname;
  return file.endsWith(".py")
    ? [join(here, "virtual_time.py")]
    : ["--import", pathToFileURL(join(here, "virtual-time.ts")).href];
}
