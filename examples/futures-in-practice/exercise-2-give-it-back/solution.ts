import { type Coroutine, run, Semaphore, TimeoutError, waitFor } from "asyncio-ts";

const semaphore = new Semaphore(1);

/** Runs the block while it has the line. */
function* withLine<T>(block: () => Coroutine<T>): Coroutine<T> {
  yield* semaphore.acquire();
  try {
    return yield* block();
  } finally {
    semaphore.release();
  }
}

function* fail(): Coroutine<void> {
  throw new RangeError("the line crackles");
}

function* talk(): Coroutine<string> {
  return "a nice talk";
}

function* main(): Coroutine<void> {
  try {
    yield* withLine(fail);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("first:", error.message);
  }
  try {
    console.log("second:", yield* waitFor(withLine(talk), 0.3));
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("second: nobody gave the line back");
  }
}

await run(main());
