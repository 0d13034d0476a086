import { type Coroutine, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** Lets one through at a time, so many seconds apart. */
class Pace {
  readonly seconds: number;
  #next = 0;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  *turn(): Coroutine<void> {
    const now = getRunningLoop().time();
    const mine = Math.max(now, this.#next);
    this.#next = mine + this.seconds;
    yield* sleep(mine - now);
  }
}

function* request(number: number, pace: Pace): Coroutine<void> {
  yield* pace.turn();
  console.log("request", number);
}

function* main(): Coroutine<void> {
  const pace = new Pace(0.2);
  const loop = getRunningLoop();
  const began = loop.time();
  yield* gather([1, 2, 3, 4].map((number) => request(number, pace)));
  const took = loop.time() - began;
  console.log("four requests took 0.6 s or more:", took > 0.59);
}

await run(main());
