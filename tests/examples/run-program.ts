import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a program to its end and gives what it printed. Throws, with its error output, when it fails. */
export async function runProgram(command: string, file: string, folder: string): Promise<string> {
  const { stdout } = await execute(command, [file], {
    cwd: folder,
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  return stdout.replaceAll("\r\n", "\n");
}
