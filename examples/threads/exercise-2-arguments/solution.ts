import { type Coroutine, run, toThread } from "asyncio-ts";

function* main(): Coroutine<void> {
  const rate = 3;

  function total(prices: number[], rate: number): number {
    return prices.reduce((sum, price) => sum + price) * rate;
  }

  console.log("total:", yield* toThread(total, [2, 3, 5], rate));
}

await run(main());
