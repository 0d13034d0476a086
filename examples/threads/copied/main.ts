import { type Coroutine, run, toThread } from "asyncio-ts";

function addSugar(order: string[]): string[] {
  order.push("sugar");
  return order;
}

function* main(): Coroutine<void> {
  const order = ["tea"];
  const answer = yield* toThread(addSugar, order);
  console.log("the thread's:", ...answer);
  console.log("ours:", ...order);
  console.log("one list:", answer === order);
}

await run(main());
