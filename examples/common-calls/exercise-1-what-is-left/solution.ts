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
  const asked = shops.map((shop, index) => price(shop, 0.1 * index));
  const prices = yield* gather(asked, { returnExceptions: true });
  shops.forEach((shop, index) => {
    const found = prices[index];
    console.log(shop, found instanceof Error ? "unknown" : found);
  });
}

await run(main());
