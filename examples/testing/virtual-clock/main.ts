import { type Coroutine, EventLoop, getRunningLoop, run, sleep, VirtualClock } from "asyncio-ts";

class Unavailable extends Error {}

function* retry<T>(job: () => Coroutine<T>): Coroutine<T> {
  for (let pause = 60; ; pause *= 2) {
    try {
      return yield* job();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      yield* sleep(pause);
    }
  }
}

function* testRetry(): Coroutine<void> {
  const attempts: number[] = [];
  const answer = yield* retry(function* () {
    yield* sleep(0);
    attempts.push(getRunningLoop().time());
    if (attempts.length < 5) throw new Unavailable();
    return "an answer";
  });
  console.log("asked at", attempts.join(", "), "s");
  console.log(answer);
}

await run(testRetry(), { loopFactory: () => new EventLoop({ clock: new VirtualClock() }) });
