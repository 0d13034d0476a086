import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

let guests = 0;

// Find the bug: everybody is number 1.
function welcome(name: string): string {
  guests++;
  return `${name} is number ${guests}`;
}

async function onWorker(name: string): Promise<string> {
  const worker = new Worker(new URL(import.meta.url), { workerData: name });
  const [answer] = await once(worker, "message");
  return answer;
}

if (isMainThread) {
  const answers = await Promise.all(["Ann", "Bob", "Cid"].map(onWorker));
  console.log(answers.join("\n"));
} else {
  parentPort?.postMessage(welcome(workerData));
}
