import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  loop.callLater(0.2, console.log, "tea, set for 0.2 s");
  loop.callLater(0.1, console.log, "milk, set for 0.1 s");

  const end = performance.now() + 300;
  while (performance.now() < end) {}
  console.log("the sum is done");

  loop.callSoon(console.log, "a note, to be read soon");
  yield* sleep(0.2);
}

await run(main());
