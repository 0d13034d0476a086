import { type Coroutine, run, sleep, TimeoutError, waitFor } from "asyncio-ts";

function* download(): Coroutine<void> {
  console.log("download begins");
  try {
    yield* sleep(60);
  } finally {
    console.log("removing the half file");
    yield* sleep(0.5);
    console.log("half file removed");
  }
}

function* main(): Coroutine<void> {
  try {
    yield* waitFor(download(), 0.2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("too late");
  }
  console.log("main goes on");
  yield* sleep(1);
}

await run(main());
