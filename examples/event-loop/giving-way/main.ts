import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

/** Is busy for 0.3 s while a timer of the loop is due after 0.02 s. */
function* spin(pause: () => Coroutine<void>): Coroutine<string> {
  const loop = getRunningLoop();
  const beats: string[] = [];
  const timer = loop.callLater(0.02, () => beats.push("beat"));
  const end = loop.time() + 0.3;
  while (loop.time() < end) {
    yield* pause();
  }
  timer.cancel();
  return beats.length > 0 ? "fired meanwhile" : "had to wait";
}

function* main(): Coroutine<void> {
  const done = getRunningLoop().createFuture<void>();
  done.setResult();

  function* nothingToWaitFor(): Coroutine<void> {
    yield* done;
  }

  function* giveWay(): Coroutine<void> {
    yield* sleep(0);
  }

  console.log("awaiting what is done: the timer", yield* spin(nothingToWaitFor));
  console.log("giving way: the timer", yield* spin(giveWay));
}

await run(main());
