import { once } from "node:events";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

async function ask(worker: Worker, prices: number[]): Promise<number> {
  // Find the bug: both guests pay the same.
  worker.postMessage(prices);
  const [total] = await once(worker, "message");
  return total;
}

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const [ann, bob] = await Promise.all([ask(worker, [2, 3]), ask(worker, [4, 5])]);
  console.log(`Ann pays ${ann}, Bob pays ${bob}`);
  await worker.terminate();
} else {
  parentPort?.on("message", (prices: number[]) => {
    parentPort?.postMessage(prices.reduce((sum, price) => sum + price));
  });
}
