/** The least time between two drawings of a run that goes on, in milliseconds. */
const interval = 80;

/** Calls what draws, once for all that changed since it drew last. */
export class Redraws {
  readonly #draw: () => void;
  #drawn = 0;
  #isScheduled = false;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** @param isHurried Whether it need not keep its distance to the drawing before. */
  schedule(isHurried: boolean): void {
    if (this.#isScheduled) {
      return;
    }
    this.#isScheduled = true;
    const wait = isHurried ? 0 : Math.max(0, interval - (performance.now() - this.#drawn));
    setTimeout(() => requestAnimationFrame(() => this.#now()), wait);
  }

  #now(): void {
    this.#isScheduled = false;
    this.#drawn = performance.now();
    this.#draw();
  }
}
