import { CancelledError, type Coroutine, currentTask, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function* download(): Coroutine<void> {
  try {
    yield* sleep(60);
  } catch (error) {
    if (error instanceof CancelledError) {
      const task = currentTask();
      console.log("inside: CancelledError, requests:", task?.cancelling());
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  try {
    yield* timeout(0.3, function* () {
      yield* download();
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    const task = currentTask();
    console.log("outside: TimeoutError, requests:", task?.cancelling());
  }
  yield* sleep(0.1);
  console.log("main goes on");
}

await run(main());
