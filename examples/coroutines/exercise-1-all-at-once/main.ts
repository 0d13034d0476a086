import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  console.log(what);
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  // Change these three lines: all are to be under way at once.
  yield* deliver("parcel", 0.6);
  yield* deliver("letter", 0.5);
  yield* deliver("telegram", 0.4);
  const seconds = loop.time() - start;
  console.log("in the time of the parcel:", seconds < 1 ? "yes" : "no");
}

await run(main());
