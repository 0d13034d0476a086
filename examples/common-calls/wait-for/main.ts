import { CancelledError, type Coroutine, run, sleep, TimeoutError, waitFor } from "asyncio-ts";

function* answer(delay: number): Coroutine<string> {
  try {
    yield* sleep(delay);
    return "forty-two";
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("no longer needed");
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  console.log(yield* waitFor(answer(0.1), 1));
  try {
    console.log(yield* waitFor(answer(60), 0.2));
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("no answer in time");
  }
}

await run(main());
