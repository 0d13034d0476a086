import { type Coroutine, run, sleep, TimeoutError, waitFor } from "asyncio-ts";

function* download(): Coroutine<void> {
  for (let part = 1; part <= 3; part++) {
    yield* sleep(0.4);
    console.log("part", part);
  }
}

function* main(): Coroutine<void> {
  try {
    yield* waitFor(download(), 0.6);
  } catch (error) {
    console.log("time is up:", error instanceof TimeoutError);
  }
  yield* sleep(1);
  console.log("the end");
}

await run(main());
