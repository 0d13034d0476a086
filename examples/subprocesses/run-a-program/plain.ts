import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

async function say(seconds: number, words: string): Promise<number> {
  const { stdout } = await execute("sh", ["-c", `sleep ${seconds}; echo ${words}`]);
  console.log("it says:", stdout.trim());
  return 0; // with any other code it would have failed
}

const codes = await Promise.all([
  say(1.2, "and so is tea"),
  say(0.7, "coffee is ready"),
  say(0.2, "hot milk"),
]);
console.log("all have ended with", ...codes);
