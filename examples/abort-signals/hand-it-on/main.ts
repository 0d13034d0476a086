import { type Coroutine, createTask, run, signalOf, sleep, wait } from "asyncio-ts";

const shop = new EventTarget();

function* serve(): Coroutine<void> {
  const signal = signalOf();
  shop.addEventListener("order", () => console.log("an order"), { signal });
  signal.addEventListener("abort", () => console.log("because of", signal.reason.message));
  yield* sleep(60);
}

function* main(): Coroutine<void> {
  const task = createTask(serve());
  yield* sleep(0.2);
  shop.dispatchEvent(new Event("order"));
  task.cancel("closing time");
  shop.dispatchEvent(new Event("order")); // nobody listens any more
  yield* wait([task]);
  console.log("cancelled:", task.cancelled());
}

await run(main());
