import { type Coroutine, getRunningLoop, run, sleep, type Timeout, TimeoutError, timeout } from "asyncio-ts";

function* speak(words: string[], scope: Timeout): Coroutine<void> {
  const loop = getRunningLoop();
  for (const word of words) {
    yield* sleep(0.25);
    console.log(word);
    scope.reschedule(loop.time() + 0.5);
  }
}

function* main(): Coroutine<void> {
  try {
    yield* timeout(0.6, function* (scope) {
      yield* speak(["slow", "and", "steady"], scope);
      console.log("now silence");
      yield* sleep(60);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("half a second of silence");
  }
}

await run(main());
