/** A clock for code that sleeps by it: wakes one sleeper after the other, and lets microtasks come in between. */
class JumpingClock {
  #now = 0;
  readonly #sleepers: { moment: number; wake: () => void }[] = [];

  sleep(seconds: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ moment: this.#now + seconds, wake });
    });
  }

  async until<T>(job: Promise<T>): Promise<T> {
    while (true) {
      await new Promise((resolve) => setTimeout(resolve));
      const next = this.#sleepers.sort((a, b) => a.moment - b.moment).shift();
      if (next === undefined) return await job;
      this.#now = next.moment;
      next.wake();
    }
  }
}

async function transfers(delays: number[], clock: JumpingClock): Promise<number> {
  let balance = 100;
  async function add(amount: number, [read, write]: number[]): Promise<void> {
    await clock.sleep(read ?? 0);
    const before = balance;
    await clock.sleep(write ?? 0);
    balance = before + amount;
  }
  await Promise.all([add(10, delays.slice(0, 2)), add(5, delays.slice(2))]);
  return balance;
}

for (const delays of [
  [1, 1, 3, 1],
  [3, 1, 1, 1],
  [1, 3, 2, 1],
  [2, 1, 1, 3],
]) {
  const clock = new JumpingClock();
  const balance = await clock.until(transfers(delays, clock));
  console.log(delays.join(" "), "->", balance === 115 ? balance : `${balance}, money is lost`);
}
