import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

class Unavailable extends Error {}

const now = () => getRunningLoop().time();

/** After so many failures in a row refuses calls for a while, then lets one try. */
class Breaker {
  readonly #allowed: number;
  readonly #pause: number;
  #failures = 0;
  #openUntil = 0;

  constructor(allowed: number, seconds: number) {
    this.#allowed = allowed;
    this.#pause = seconds;
  }

  *call<T>(job: () => Coroutine<T>): Coroutine<T> {
    if (now() < this.#openUntil) throw new Unavailable("not even asked");
    // Whoever comes during this attempt is refused as well.
    if (this.#failures >= this.#allowed) this.#open();
    try {
      const answer = yield* job();
      this.#failures = 0;
      this.#openUntil = 0;
      return answer;
    } catch (error) {
      if (error instanceof Unavailable && ++this.#failures >= this.#allowed) this.#open();
      throw error;
    }
  }

  #open(): void {
    this.#openUntil = now() + this.#pause;
  }
}

let calls = 0;

function* ask(): Coroutine<string> {
  calls++;
  yield* sleep(0.1);
  if (calls <= 2) throw new Unavailable("no answer");
  return "an answer";
}

function* tryOnce(breaker: Breaker): Coroutine<void> {
  try {
    console.log(yield* breaker.call(ask));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(error.message);
  }
}

function* main(): Coroutine<void> {
  const breaker = new Breaker(2, 2);
  for (let i = 0; i < 4; i++) yield* tryOnce(breaker);
  yield* sleep(2.2);
  yield* tryOnce(breaker);
  console.log("calls:", calls);
}

await run(main());
