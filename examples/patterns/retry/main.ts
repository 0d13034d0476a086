import { type Coroutine, run, sleep } from "asyncio-ts";

class Unavailable extends Error {}

let calls = 0;

function* ask(): Coroutine<string> {
  calls++;
  yield* sleep(0.1);
  if (calls < 4) throw new Unavailable(`call ${calls}: unavailable`);
  return `call ${calls}: here is the answer`;
}

/** Waits at most `first` seconds, then at most twice as long, and so on. */
function* retry<T>(
  attempts: number,
  first: number,
  job: () => Coroutine<T>,
  random = Math.random,
): Coroutine<T> {
  for (let longest = first; ; longest *= 2) {
    try {
      return yield* job();
    } catch (error) {
      attempts--;
      if (!(error instanceof Unavailable) || attempts === 0) throw error;
      console.log(`${error.message}, again within ${longest} s`);
    }
    yield* sleep(longest * random());
  }
}

function* main(): Coroutine<void> {
  console.log(yield* retry(5, 0.1, ask, () => 0.5));
}

await run(main());
