/** How often a sleeping program says that it is not blocked, in milliseconds. */
const interval = 500;

// Kept before the reader's code can replace them.
const now = performance.now.bind(performance);
const { wait } = Atomics;

/** Sleeps without a turn of the host, and says now and then that the program has not gone astray. */
export class Sleeper {
  readonly #answer: () => void;
  // Memory that is shared with nobody: without `SharedArrayBuffer`, which only isolated pages have, it can be had all the same.
  readonly #cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  #answeredAt = Number.NEGATIVE_INFINITY;

  constructor(answer: () => void) {
    this.#answer = answer;
  }

  /** Says that the program answers, unless it has just been said. */
  answer(): void {
    if (now() - this.#answeredAt >= interval) {
      this.#answeredAt = now();
      this.#answer();
    }
  }

  sleep(milliseconds: number): void {
    const end = now() + milliseconds;
    for (let left = milliseconds; left > 0; left = end - now()) {
      this.answer();
      wait(this.#cell, 0, 0, Math.min(left, interval));
    }
  }
}
