/** Starts itself again as a process and as a thread: neither is watched, and both work. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { run, sleep } from "asyncio-ts";

const path = fileURLToPath(import.meta.url);
if (process.send !== undefined) {
  await run(sleep(0.001));
  process.send("from the process");
} else if (!isMainThread) {
  await run(sleep(0.001));
  parentPort?.postMessage("from the thread");
} else {
  const [[one], [other]] = await Promise.all([
    once(fork(path), "message"),
    once(new Worker(path), "message"),
  ]);
  await run(sleep(0.001));
  console.log(one, other);
}
