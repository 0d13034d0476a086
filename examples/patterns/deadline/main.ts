import { type Coroutine, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function* step(name: string, seconds: number): Coroutine<void> {
  yield* timeout(60, function* () {
    yield* sleep(seconds);
    console.log(name);
  });
}

function* handle(): Coroutine<void> {
  yield* step("user found", 0.1);
  yield* step("orders loaded", 30);
  yield* step("page drawn", 0.1);
}

function* main(): Coroutine<void> {
  try {
    yield* timeout(0.5, handle);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log("no page in time");
  }
}

await run(main());
