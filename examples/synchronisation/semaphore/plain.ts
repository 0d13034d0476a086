let running = 0;
let most = 0;

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Permits, and a queue of functions that let the next one in. */
class Semaphore {
  readonly #waiting: (() => void)[] = [];
  #permits: number;

  constructor(permits: number) {
    this.#permits = permits;
  }

  async with<T>(body: () => Promise<T>): Promise<T> {
    if (this.#permits > 0) {
      this.#permits--;
    } else {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await body();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) {
        this.#permits++;
      } else {
        next();
      }
    }
  }
}

async function download(page: number, limit: Semaphore): Promise<number> {
  return await limit.with(async () => {
    running++;
    most = Math.max(most, running);
    await sleep(0.1);
    running--;
    return page;
  });
}

const limit = new Semaphore(3);
const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
const pages = await Promise.all(numbers.map((page) => download(page, limit)));
console.log("downloaded:", ...pages);
console.log("at most at a time:", most);
