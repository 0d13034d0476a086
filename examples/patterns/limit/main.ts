import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

let running = 0;
let most = 0;

function* download(page: number): Coroutine<string> {
  running++;
  most = Math.max(most, running);
  yield* sleep(0.1);
  running--;
  return `page ${page}`;
}

function* main(): Coroutine<void> {
  const limit = new Semaphore(2);
  const limited = (page: number) => limit.with(() => download(page));
  const pages = yield* gather([1, 2, 3, 4, 5].map(limited));
  console.log(pages.join(", "));
  console.log("most at once:", most);
}

await run(main());
