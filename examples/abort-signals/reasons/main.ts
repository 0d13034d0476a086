import { CancelledError, type Coroutine, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function* load(): Coroutine<void> {
  yield* timeout(0.5, function* () {
    yield* sleep(60);
  });
}

async function tryOut(signal: AbortSignal): Promise<void> {
  try {
    await run(load(), { signal });
  } catch (error) {
    if (error instanceof TimeoutError) {
      console.log("took too long: try again");
    } else if (error instanceof CancelledError) {
      console.log(error.message);
      console.log("and this is what the signal says:", error.cause === signal.reason);
    } else {
      throw error;
    }
  }
}

const controller = new AbortController();
await tryOut(controller.signal);
setTimeout(() => controller.abort(new Error("the reader has left the page")), 200);
await tryOut(controller.signal);
