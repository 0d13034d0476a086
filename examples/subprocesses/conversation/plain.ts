import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const SCRIPT = 'while read name; do echo "hello, $name"; done; echo bye';

const process = spawn("sh", ["-c", SCRIPT]);
const closed = once(process, "close");
const lines = createInterface(process.stdout)[Symbol.asyncIterator]();

for (const name of ["Ann", "Bob"]) {
  process.stdin.write(`${name}\n`);
  const { value } = await lines.next();
  console.log("it says:", value);
}

process.stdin.end();
const { value: last } = await lines.next();
console.log("at the end:", last);
const [code] = await closed;
console.log("ended with", code);
