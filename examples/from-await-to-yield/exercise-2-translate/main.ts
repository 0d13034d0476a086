import { type Coroutine, fromPromise, run, sleep, TimeoutError, waitFor } from "asyncio-ts";

// Change this into a coroutine, so that the time limit ends it.
async function download(): Promise<void> {
  for (let part = 1; part <= 3; part++) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    console.log("part", part);
  }
}

function* main(): Coroutine<void> {
  try {
    yield* waitFor(fromPromise(download()), 0.6);
  } catch (error) {
    console.log("time is up:", error instanceof TimeoutError);
  }
  yield* sleep(1);
  console.log("the end");
}

await run(main());
