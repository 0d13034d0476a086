/** Lets one through at a time, so many seconds apart. */
class Pace {
  readonly seconds: number;
  #next = 0;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  turn(): Promise<void> {
    const now = performance.now() / 1000;
    const mine = Math.max(now, this.#next);
    this.#next = mine + this.seconds;
    return new Promise((resolve) => setTimeout(resolve, (mine - now) * 1000));
  }
}

async function request(number: number, pace: Pace): Promise<void> {
  await pace.turn();
  console.log("request", number);
}

const pace = new Pace(0.2);
const began = performance.now();
await Promise.all([1, 2, 3, 4].map((number) => request(number, pace)));
const took = (performance.now() - began) / 1000;
console.log("four requests took 0.6 s or more:", took > 0.59);
