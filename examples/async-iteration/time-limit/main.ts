import { asyncFor, type Coroutine, run, TimeoutError, timeout } from "asyncio-ts";

/** Somebody else's source: a stream of the web, as the body of a fetch is one. */
function ticker(): ReadableStream<number> {
  let count = 0;
  let timer: ReturnType<typeof setTimeout>;
  return new ReadableStream({
    pull: (controller) =>
      new Promise((resolve) => {
        timer = setTimeout(() => resolve(controller.enqueue(++count)), 400);
      }),
    cancel() {
      clearTimeout(timer);
      console.log("source closed");
    },
  });
}

function* main(): Coroutine<void> {
  try {
    yield* timeout(1, () =>
      asyncFor(ticker(), function* (count) {
        console.log("tick", count);
      }),
    );
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("time is up");
  }
}

await run(main());
