import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* price(shop: string, delay: number): Coroutine<number> {
  yield* sleep(delay);
  if (shop === "Brown") {
    throw new Error("closed");
  }
  return shop.length * 10;
}

function* main(): Coroutine<void> {
  const shops = ["Abel", "Brown", "Curtis"];
  try {
    // Change this: a shop that fails is to be printed as "unknown".
    const prices = yield* gather(shops.map((shop, index) => price(shop, 0.1 * index)));
    shops.forEach((shop, index) => {
      console.log(shop, prices[index]);
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`no prices at all: ${error.message}`);
  }
}

await run(main());
