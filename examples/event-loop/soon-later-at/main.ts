import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();

  loop.callLater(0.3, console.log, "later: 0.3 s from now");
  loop.callAt(loop.time() + 0.15, console.log, "at: when the clock says so");
  loop.callSoon(console.log, "soon: first come,");
  loop.callSoon(console.log, "soon: first served");

  const never = loop.callLater(0.1, console.log, "never");
  never.cancel();
  console.log("main has the thread until it waits");

  yield* sleep(0.45);
  console.log("main again, cancelled:", never.cancelled());
}

await run(main());
