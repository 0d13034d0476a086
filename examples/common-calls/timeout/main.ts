import { type Coroutine, run, sleep, type Timeout, TimeoutError, timeout } from "asyncio-ts";

function* load(name: string, delay: number): Coroutine<void> {
  try {
    yield* sleep(delay);
    console.log(name, "is loaded");
  } finally {
    console.log(name, "is put away");
  }
}

function* main(): Coroutine<void> {
  for (const limit of [2, 0.3]) {
    let scope: Timeout | undefined;
    try {
      yield* timeout(limit, function* (current) {
        scope = current;
        yield* load("first", 0.1);
        yield* load("second", 0.4);
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
      console.log("too slow");
    }
    console.log("expired:", scope?.expired());
  }
}

await run(main());
