import { type Coroutine, createTask, gather, run, sleep } from "asyncio-ts";

const cache = new Map([["tea", 2]]);

function* price(drink: string): Coroutine<number> {
  console.log("looks up", drink);
  const known = cache.get(drink);
  if (known !== undefined) {
    return known;
  }
  yield* sleep(0.1);
  return 3;
}

function* main(): Coroutine<void> {
  const usual = createTask(price("tea"));
  console.log("usual:", usual.done() ? "done" : "not begun");

  const eager = createTask(price("tea"), { eagerStart: true });
  console.log("eager:", eager.done() ? "done" : "waits");

  const asks = createTask(price("coffee"), { eagerStart: true });
  console.log("eager, not in the cache:", asks.done() ? "done" : "waits");

  console.log("prices:", ...(yield* gather(usual, eager, asks)));
}

await run(main());
