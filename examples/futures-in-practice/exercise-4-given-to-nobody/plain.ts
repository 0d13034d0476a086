const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class Pool {
  readonly #waiters: ((line: string) => void)[] = [];

  acquire(): Promise<string> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  release(line: string): void {
    this.#waiters.shift()?.(line);
  }
}

// Find the bug: Ann has given up, and yet the line goes to her.
const pool = new Pool();
const ann = Promise.race([pool.acquire(), sleep(100)]);
const bob = Promise.race([pool.acquire(), sleep(400)]);
const cid = Promise.race([pool.acquire(), sleep(400)]);
console.log("Ann has", (await ann) ?? "given up");
pool.release("the only line");
console.log("Bob has", (await bob) ?? "waited in vain");
console.log("Cid has", (await cid) ?? "waited in vain");
