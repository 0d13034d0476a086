import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a program to its end and gives what it printed. Throws, with its error output, when it fails. */
export async function runProgram(command: string, file: string, folder: string): Promise<string> {
  // A test runner may ask programs for colours; a terminal that is not there does not.
  const env = { ...process.env, FORCE_COLOR: "0", PYTHONUTF8: "1" };
  const { stdout } = await execute(command, [file], { cwd: folder, env });
  return stdout.replaceAll("\r\n", "\n");
}
