import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

/** Calls back `times` times, each `seconds` after the one before. */
function every(seconds: number, times: number, callback: () => void): void {
  if (times === 0) {
    return;
  }
  getRunningLoop().callLater(seconds, () => {
    callback();
    every(seconds, times - 1, callback);
  });
}

function* main(): Coroutine<void> {
  every(0.05, 3, () => console.log("tick"));
  console.log("every() has returned");
  yield* sleep(0.5);
  console.log("done");
}

await run(main());
