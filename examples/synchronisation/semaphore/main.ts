import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

let running = 0;
let most = 0;

function* download(page: number, limit: Semaphore): Coroutine<number> {
  return yield* limit.with(function* () {
    running++;
    most = Math.max(most, running);
    yield* sleep(0.1);
    running--;
    return page;
  });
}

function* main(): Coroutine<void> {
  const limit = new Semaphore(3);
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const pages = yield* gather(numbers.map((page) => download(page, limit)));
  console.log("downloaded:", ...pages);
  console.log("at most at a time:", most);
}

await run(main());
