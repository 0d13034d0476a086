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
    const tea = pool.apply(brew, ["tea", 0.1]);
    tea.addDoneCallback(() => console.log("the tea is ready"));
    console.log("both are ordered");

    console.log("Ann has her", yield* tea);
    console.log("Bob has his", yield* coffee);
  });
}

await run(main());
