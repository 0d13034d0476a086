import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Keeps its thread: that is what the worker is for. */
function brew(drink: string, seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end);
  return `${drink} is ready`;
}

async function onThread(drink: string, seconds: number): Promise<string> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { drink, seconds } });
  const [answer] = await once(worker, "message");
  return answer;
}

if (isMainThread) {
  const clock = setInterval(() => console.warn("tick"), 100);
  for (const answer of await Promise.all([onThread("tea", 0.4), onThread("coffee", 0.2)])) {
    console.log(answer);
  }
  clearInterval(clock);
} else {
  parentPort?.postMessage(brew(workerData.drink, workerData.seconds));
}
