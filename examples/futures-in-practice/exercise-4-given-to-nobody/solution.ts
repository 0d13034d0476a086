class Pool {
  #waiters: ((line: string | undefined) => void)[] = [];

  acquire(patience: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      setTimeout(() => {
        this.#waiters = this.#waiters.filter((waiter) => waiter !== resolve);
        resolve(undefined);
      }, patience);
    });
  }

  release(line: string): void {
    this.#waiters.shift()?.(line);
  }
}

const pool = new Pool();
const ann = pool.acquire(100);
const bob = pool.acquire(400);
console.log("Ann has", (await ann) ?? "given up");
pool.release("the only line");
console.log("Bob has", (await bob) ?? "waited in vain");
