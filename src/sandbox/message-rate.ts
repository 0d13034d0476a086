/** How many messages went out in the present window of time. */
export class MessageRate {
  readonly #now: () => number;
  readonly #window: number;
  #start = Number.NEGATIVE_INFINITY;
  #count = 0;

  /**
   * @param now Milliseconds.
   * @param window How long a window is, in milliseconds.
   */
  constructor(now: () => number, window: number) {
    this.#now = now;
    this.#window = window;
  }

  get recent(): number {
    const now = this.#now();
    if (now - this.#start > this.#window) {
      this.#start = now;
      this.#count = 0;
    }
    return this.#count;
  }

  /** @param weight How many messages this one counts as. */
  note(weight = 1): void {
    this.#count += weight;
  }
}
