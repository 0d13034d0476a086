class Pool {
  #waiters: ((line: string) => void)[] = [];

  acquire(patience: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      const serve = (line: string) => {
        clearTimeout(timer);
        resolve(line);
      };
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((waiter) => waiter !== serve);
        resolve(undefined);
      }, patience);
      this.#waiters.push(serve);
    });
  }

  release(line: string): void {
    this.#waiters.shift()?.(line);
  }
}

const pool = new Pool();
const ann = pool.acquire(100);
const bob = pool.acquire(400);
const cid = pool.acquire(400);
console.log("Ann has", (await ann) ?? "given up");
pool.release("the only line");
console.log("Bob has", (await bob) ?? "waited in vain");
console.log("Cid has", (await cid) ?? "waited in vain");
