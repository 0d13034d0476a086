function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

class Unavailable extends Error {}

/** After so many failures in a row refuses calls for a while, then lets one try. */
class Breaker {
  readonly #allowed: number;
  readonly #pause: number;
  #failures = 0;
  #openUntil = 0;

  constructor(allowed: number, seconds: number) {
    this.#allowed = allowed;
    this.#pause = seconds * 1000;
  }

  async call<T>(job: () => Promise<T>): Promise<T> {
    if (performance.now() < this.#openUntil) throw new Unavailable("not even asked");
    // Whoever comes during this attempt is refused as well.
    if (this.#failures >= this.#allowed) this.#open();
    try {
      const answer = await job();
      this.#failures = 0;
      this.#openUntil = 0;
      return answer;
    } catch (error) {
      if (error instanceof Unavailable && ++this.#failures >= this.#allowed) this.#open();
      throw error;
    }
  }

  #open(): void {
    this.#openUntil = performance.now() + this.#pause;
  }
}

let calls = 0;

async function ask(): Promise<string> {
  calls++;
  await sleep(0.1);
  if (calls <= 2) throw new Unavailable("no answer");
  return "an answer";
}

async function tryOnce(breaker: Breaker): Promise<void> {
  try {
    console.log(await breaker.call(ask));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(error.message);
  }
}

const breaker = new Breaker(2, 2);
for (let i = 0; i < 4; i++) await tryOnce(breaker);
await sleep(2.2);
await tryOnce(breaker);
console.log("calls:", calls);
