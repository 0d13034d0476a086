import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const now = loop.time();

  // Leave the lines in this order and the words where they are. Change only
  // how each is scheduled: callAt, callLater, callSoon, or a call right here.
  loop.callAt(now, console.log, "fourth");
  loop.callSoon(console.log, "second");
  loop.callSoon(console.log, "third");
  loop.callSoon(console.log, "first");

  yield* sleep(0.3);
}

await run(main());
