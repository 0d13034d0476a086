import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

/** Calls back `times` times, each `seconds` after the one before. */
function every(seconds: number, times: number, callback: () => void): void {
  // So far it calls back once. Use `times`, without a loop statement.
  console.log(`to do: ${times - 1} more`);
  getRunningLoop().callLater(seconds, callback);
}

function* main(): Coroutine<void> {
  every(0.05, 3, () => console.log("tick"));
  console.log("every() has returned");
  yield* sleep(0.5);
  console.log("done");
}

await run(main());
