import { type Coroutine, Pool, run } from "asyncio-ts";

function brew(drink: string, seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return drink;
}

function* main(): Coroutine<void> {
  yield* new Pool(1).with(function* (pool) {
    const coffee = pool.apply(brew, ["coffee", 0.3]);
    coffee.addDoneCallback(() => console.log("the coffee is ready"));
    console.log("the coffee is ordered");
    pool.close();
    console.log("no more orders are taken");
    yield* pool.join();
    console.log("the cook has gone home");
  });
}

await run(main());
