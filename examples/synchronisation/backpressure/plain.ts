function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

class Queue {
  readonly items: number[] = [];
  readonly #waiting: (() => void)[] = [];

  async put(item: number): Promise<void> {
    while (this.items.length === 2) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.items.push(item);
  }

  /** This consumer never comes to an empty queue, so that getting need not wait. */
  get(): number | undefined {
    const item = this.items.shift();
    this.#waiting.shift()?.();
    return item;
  }
}

async function producer(queue: Queue): Promise<void> {
  for (let item = 1; item < 6; item++) {
    await queue.put(item);
    console.log("made", item, "in the queue:", queue.items.length);
  }
}

async function consumer(queue: Queue): Promise<void> {
  for (let count = 0; count < 5; count++) {
    await sleep(0.2);
    console.log("  used", queue.get());
  }
}

const queue = new Queue();
await Promise.all([producer(queue), consumer(queue)]);
