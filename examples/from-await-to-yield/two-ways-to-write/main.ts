import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* priceOf(item: string): Coroutine<number> {
  yield* sleep(0.2);
  if (item === "gold") {
    throw new RangeError("no gold today");
  }
  return item.length;
}

function* main(): Coroutine<void> {
  console.log("tea:", yield* priceOf("tea"));
  const [milk, sugar] = yield* gather(priceOf("milk"), priceOf("sugar"));
  console.log("milk and sugar:", milk + sugar);
  try {
    yield* priceOf("gold");
  } catch (error) {
    console.log("sorry:", error instanceof Error && error.message);
  }
}

await run(main());
