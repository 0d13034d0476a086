import { asyncFor, type Coroutine, gather, Queue, run, sleep, untilShutdown } from "asyncio-ts";

function* produce(orders: Queue<string>): Coroutine<void> {
  for (const order of ["soup", "bread", "fish", "cake"]) {
    yield* orders.put(order);
    yield* sleep(0.4);
  }
  orders.shutdown();
}

function* cook(name: string, orders: Queue<string>): Coroutine<void> {
  yield* asyncFor(untilShutdown(orders), function* (order) {
    console.log(name, "cooks", order);
    yield* sleep(0.6);
  });
  console.log(name, "goes home");
}

function* main(): Coroutine<void> {
  const orders = new Queue<string>();
  yield* gather(produce(orders), cook("Ada", orders), cook("Bob", orders));
}

await run(main());
