import { type Coroutine, run, toThread } from "asyncio-ts";

function* main(): Coroutine<void> {
  const rate = 3;

  function total(prices: number[]): number {
    // The other thread has no rate. How does it get one?
    return prices.reduce((sum, price) => sum + price) * rate;
  }

  try {
    console.log("total:", yield* toThread(total, [2, 3, 5]));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
  }
}

await run(main());
