function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** The last one to come lets the others go on, and makes room for the next round. */
class Barrier {
  readonly #parties: number;
  #waiting: (() => void)[] = [];

  constructor(parties: number) {
    this.#parties = parties;
  }

  async wait(): Promise<void> {
    if (this.#waiting.length + 1 < this.#parties) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      return;
    }
    for (const letGo of this.#waiting) {
      letGo();
    }
    this.#waiting = [];
  }
}

async function climber(name: string, pace: number, camp: Barrier): Promise<void> {
  for (const stage of ["camp", "summit"]) {
    await sleep(pace);
    console.log(name, "reaches the", stage);
    await camp.wait();
  }
  console.log(name, "has seen everyone arrive");
}

const camp = new Barrier(2);
await Promise.all([climber("fast", 0.1, camp), climber("slow", 0.3, camp)]);
