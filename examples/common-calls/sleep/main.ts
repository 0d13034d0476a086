import { CancelledError, type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  console.log(yield* sleep(0.2, "tea is ready"));

  const nap = createTask(sleep(60, "well rested"));
  yield* sleep(0.1);
  nap.cancel();
  try {
    console.log(yield* nap);
  } catch (error) {
    if (!(error instanceof CancelledError)) {
      throw error;
    }
    console.log("the nap was cancelled");
  }
}

await run(main());
