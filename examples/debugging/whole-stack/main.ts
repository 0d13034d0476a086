import { type Coroutine, run, sleep } from "asyncio-ts";

function* readPrice(): Coroutine<number> {
  yield* sleep(0.1);
  throw new Error("no price");
}

function* addUp(): Coroutine<number> {
  return (yield* readPrice()) + (yield* readPrice());
}

function* showBill(): Coroutine<void> {
  console.log(yield* addUp());
}

try {
  await run(showBill());
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(error.message);
  console.log("by way of", [...new Set(error.stack?.match(/readPrice|addUp|showBill/g))].join(", "));
}
