import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer, text } from "node:stream/consumers";

const process = spawn("sort", ["-n"]);
const closed = once(process, "close");
process.stdin.end("10\n9\n100\n");
const [out, errors] = await Promise.all([text(process.stdout), buffer(process.stderr)]);
const [code] = await closed;
console.log("sorted:", ...out.trim().split("\n"));
console.log("errors:", errors.length, "bytes");
console.log("ended with", code);
