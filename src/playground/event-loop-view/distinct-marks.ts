/**
 * Which marks of a picture are worth drawing: those that cover each other are drawn once, and only so many of the others.
 * What a picture costs is bounded by its pixels, however much it is about.
 */
export class DistinctMarks {
  readonly #width: number;
  readonly #most: number;
  readonly #drawn = new Set<string>();

  /**
   * @param width Of the plot, in pixels.
   * @param most How many marks are drawn: more of them are a surface, whatever is drawn on top.
   */
  constructor(width: number, most: number) {
    this.#width = width;
    this.#most = most;
  }

  /** Whether no more marks are drawn, so that nobody needs to ask for one. */
  get isFull(): boolean {
    return this.#drawn.size >= this.#most;
  }

  /**
   * Whether a mark is to be drawn that reaches from one part of the width to another.
   *
   * @param rest What else tells it from other marks.
   */
  admits(start: number, end: number, rest: string): boolean {
    if (this.isFull) {
      return false;
    }
    const key = `${Math.round(start * this.#width)} ${Math.round(end * this.#width)} ${rest}`;
    const isNew = !this.#drawn.has(key);
    this.#drawn.add(key);
    return isNew;
  }
}
