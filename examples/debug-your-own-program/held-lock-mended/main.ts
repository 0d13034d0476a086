import { type Coroutine, createTask, gather, Lock, run, sleep } from "asyncio-ts";

const file = new Lock();

function* download(path: string, seconds: number): Coroutine<string> {
  yield* sleep(seconds); // the network
  return path;
}

function* append(page: string): Coroutine<void> {
  yield* sleep(0.05); // the disk
  console.log("saved", page);
}

function* crawl(path: string, seconds: number): Coroutine<void> {
  const page = yield* download(path, seconds);
  yield* file.with(() => append(page));
}

function* main(): Coroutine<void> {
  const pages = Object.entries({ "/archive": 0.6, "/news": 0.4, "/about": 0.2 });
  yield* gather(pages.map(([path, seconds]) => createTask(crawl(path, seconds), { name: path })));
}

await run(main());
