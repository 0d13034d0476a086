import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const future = getRunningLoop().createFuture<number>();
  future.addDoneCallback((f) => console.log("first callback:", f.result()));
  future.addDoneCallback((f) => console.log("second callback:", f.result()));

  future.setResult(42);
  console.log("the result is set");

  future.addDoneCallback((f) => console.log("added when done:", f.result()));
  console.log("one more is added");

  yield* sleep(0);
  console.log("after one iteration");
}

await run(main());
