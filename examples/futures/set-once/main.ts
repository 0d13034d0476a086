import { type Coroutine, getRunningLoop, run } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();

  const future = loop.createFuture<string>();
  console.log("done:", future.done());
  future.setResult("the first answer");
  console.log("done:", future.done());
  try {
    future.setResult("the second answer");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("second answer:", error.name);
  }
  console.log("it holds", yield* future);

  const cancelled = loop.createFuture<string>();
  console.log("cancel:", cancelled.cancel());
  try {
    cancelled.setResult("too late");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("answer after cancel:", error.name);
  }
  if (!cancelled.done()) {
    cancelled.setResult("never set");
  }
  console.log("cancel again:", cancelled.cancel());
}

await run(main());
