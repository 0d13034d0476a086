let tickets = 1;

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** A chain of promises: each one begins when the one before it has ended. */
class Lock {
  #last: Promise<unknown> = Promise.resolve();
  #inside = 0;

  with<T>(body: () => Promise<T>): Promise<T> {
    this.#inside++;
    const run = this.#last.then(body).finally(() => this.#inside--);
    this.#last = run.catch(() => {});
    return run;
  }

  locked(): boolean {
    return this.#inside > 0;
  }
}

async function buy(name: string, lock: Lock): Promise<void> {
  await lock.with(async () => {
    if (tickets === 0) {
      console.log("sold out for", name);
      return;
    }
    await sleep(0.1); // the payment
    tickets--;
    console.log(name, "has a ticket, left:", tickets);
  });
}

const lock = new Lock();
await Promise.all([buy("Ada", lock), buy("Bob", lock)]);
console.log("locked:", lock.locked());
