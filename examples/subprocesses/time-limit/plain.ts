import { execFile } from "node:child_process";
import { constants } from "node:os";
import { promisify } from "node:util";

const execute = promisify(execFile);
const killSignal = "SIGKILL";

async function runAtMost(seconds: number, program: string, argument: string): Promise<string> {
  const { stdout } = await execute(program, [argument], { timeout: seconds * 1000, killSignal });
  return stdout.trim();
}

console.log(await runAtMost(5, "echo", "quick"));
try {
  await runAtMost(0.3, "sleep", "10");
} catch (error) {
  if (!(error instanceof Error && "signal" in error && error.signal === killSignal)) throw error;
  console.log("killed:", -constants.signals[killSignal]);
  console.log("too slow");
}
