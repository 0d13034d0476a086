import { type Coroutine, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function* speak(words: string[]): Coroutine<void> {
  for (const word of words) {
    yield* sleep(0.25);
    console.log(word);
    // Every word is to give half a second more. You need the scope, and the
    // loop's time.
  }
}

function* main(): Coroutine<void> {
  try {
    yield* timeout(0.6, function* () {
      yield* speak(["slow", "and", "steady"]);
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
