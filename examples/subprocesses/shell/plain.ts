import { exec, execFile } from "node:child_process";
import { promisify } from "node:util";

const shell = promisify(exec);
const execute = promisify(execFile);

const first = await shell("echo b a c | tr ' ' '\\n' | sort | head -n 1");
console.log("the first is", first.stdout.trim());

const name = "Ann; echo and whatever Ann likes";
const risky = await shell(`echo hello ${name}`);
console.log("shell:", risky.stdout.trim().replaceAll("\n", " | "));
const safe = await execute("echo", ["hello", name]);
console.log("exec:", safe.stdout.trim().replaceAll("\n", " | "));
