import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/** As Python has it: minus the number of the signal that ended it. */
async function returnCode(process: ChildProcess): Promise<number> {
  const [code, signal] = await once(process, "exit");
  return code ?? -constants.signals[signal as NodeJS.Signals];
}

for (const line of ["exit 0", "exit 3", "kill -9 $$"]) {
  console.log(`${line}:`, await returnCode(spawn(line, { shell: true })));
}

const process = spawn("sleep", ["10"]);
console.log("running:", process.exitCode === null);
process.kill();
console.log("terminated:", await returnCode(process));
if (!process.kill()) console.log("too late for a signal");

try {
  await returnCode(spawn("no-such-program"));
} catch (error) {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  console.log("no such program");
}
