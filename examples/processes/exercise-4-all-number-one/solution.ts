import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

interface Guest {
  name: string;
  number: number;
}

let guests = 0;

function welcome({ name, number }: Guest): string {
  return `${name} is number ${number}`;
}

async function onWorker(name: string): Promise<string> {
  guests++;
  const guest: Guest = { name, number: guests };
  const worker = new Worker(new URL(import.meta.url), { workerData: guest });
  const [answer] = await once(worker, "message");
  return answer;
}

if (isMainThread) {
  const answers = await Promise.all(["Ann", "Bob", "Cid"].map(onWorker));
  console.log(answers.join("\n"));
} else {
  parentPort?.postMessage(welcome(workerData));
}
