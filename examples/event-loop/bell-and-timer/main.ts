import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* takeOrder(): Coroutine<void> {
  console.log("the order is taken");
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  loop.callLater(0, console.log, "the timer is up");
  loop.callSoon(console.log, "the bell rings");
  console.log("main has begun");
  yield* takeOrder();
  yield* sleep(0);
  console.log("main is back");
  yield* sleep(0);
  console.log("main ends");
}

await run(main());
