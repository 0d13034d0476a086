import { type Coroutine, gather, Queue, run } from "asyncio-ts";

const dishes = ["soup", "fish", "cake"];

function* waiter(hatch: Queue<string>): Coroutine<void> {
  console.log("the waiter waits");
  for (let count = 0; count < dishes.length; count++) {
    const dish = yield* hatch.get();
    console.log("served", dish);
  }
}

function* cook(hatch: Queue<string>): Coroutine<void> {
  for (const dish of dishes) {
    yield* hatch.put(dish);
    console.log("cooked", dish);
  }
}

function* main(): Coroutine<void> {
  const hatch = new Queue<string>();
  yield* gather(waiter(hatch), cook(hatch));
}

await run(main());
