import { type Coroutine, getRunningLoop, run } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();

  const future = loop.createFuture<string>();
  console.log("done:", future.done() ? "yes" : "no");
  future.setResult("the first answer");
  console.log("done:", future.done() ? "yes" : "no");
  try {
    future.setResult("the second answer");
  } catch (error) {
    console.log("second answer:", (error as Error).name);
  }
  console.log("it holds", yield* future);

  const cancelled = loop.createFuture<string>();
  console.log("cancel:", cancelled.cancel() ? "yes" : "no");
  try {
    cancelled.setResult("too late");
  } catch (error) {
    console.log("answer after cancel:", (error as Error).name);
  }
  if (!cancelled.done()) {
    cancelled.setResult("never set");
  }
  console.log("cancel again:", cancelled.cancel() ? "yes" : "no");
}

await run(main());
