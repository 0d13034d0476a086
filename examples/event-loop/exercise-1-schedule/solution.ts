import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const now = loop.time();

  loop.callAt(now + 0.2, console.log, "fourth");
  loop.callSoon(console.log, "second");
  loop.callLater(0.1, console.log, "third");
  console.log("first");

  yield* sleep(0.3);
}

await run(main());
