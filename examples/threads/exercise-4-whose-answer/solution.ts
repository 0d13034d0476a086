import { once } from "node:events";
import { isMainThread, MessageChannel, type MessagePort, parentPort, Worker } from "node:worker_threads";

interface Question {
  prices: number[];
  answerTo: MessagePort;
}

async function ask(worker: Worker, prices: number[]): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ prices, answerTo: port2 }, [port2]);
  const [total] = await once(port1, "message");
  port1.close();
  return total;
}

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const [ann, bob] = await Promise.all([ask(worker, [2, 3]), ask(worker, [4, 5])]);
  console.log(`Ann pays ${ann}, Bob pays ${bob}`);
  await worker.terminate();
} else {
  parentPort?.on("message", ({ prices, answerTo }: Question) => {
    answerTo.postMessage(prices.reduce((sum, price) => sum + price));
  });
}
