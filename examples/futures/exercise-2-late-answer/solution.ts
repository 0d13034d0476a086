import { type Coroutine, getRunningLoop, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function slowAnswer(callback: (value: string) => void): void {
  getRunningLoop().callLater(0.2, callback, "at last");
}

function* ask(): Coroutine<string> {
  const future = getRunningLoop().createFuture<string>();
  slowAnswer((value) => {
    if (!future.done()) {
      future.setResult(value);
    }
  });
  return yield* future;
}

function* main(): Coroutine<void> {
  getRunningLoop().setExceptionHandler(() => {
    console.log("the loop reports an error");
  });
  try {
    yield* timeout(0.1, function* () {
      console.log(yield* ask());
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("waited long enough");
  }
  yield* sleep(0.3);
  console.log("nothing else happened");
}

await run(main());
