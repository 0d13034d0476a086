/** The least time between two drawings of a run that goes on, in milliseconds. */
const interval = 80;
/** So many times as long as a drawing took, the page is left to the reader. */
const rest = 3;

/** Calls what draws, once for all that changed since it drew last. */
export class Redraws {
  readonly #draw: () => void;
  /** When it may draw again, in milliseconds of the page's clock. */
  #rested = 0;
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
    const wait = isHurried ? 0 : Math.max(0, this.#rested - performance.now());
    setTimeout(() => requestAnimationFrame(() => this.#now()), wait);
  }

  #now(): void {
    this.#isScheduled = false;
    const began = performance.now();
    this.#draw();
    const ended = performance.now();
    this.#rested = Math.max(began + interval, ended + rest * (ended - began));
  }
}
