import type { Writable } from "node:stream";

/**
 * Sends a page what is told, as fast as the page reads it. What it has not read yet stays in the log, which is there once for
 * all pages: one that does not read costs no memory.
 */
export class PageFeed {
  readonly #stream: Writable;
  #log: readonly string[] = [];
  #next = 0;
  #isFull = false;

  /** @param stream Where the page reads server-sent events. */
  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("drain", () => {
      this.#isFull = false;
      this.send();
    });
  }

  /** Sends a log from its beginning; what was not sent of the one before is forgotten. */
  begin(log: readonly string[]): void {
    this.#log = log;
    this.#next = 0;
    this.send();
  }

  /** Sends what is new in the log. */
  send(): void {
    while (!this.#isFull && this.#next < this.#log.length) {
      this.#isFull = !this.#stream.write(`data: ${this.#log[this.#next]}\n\n`);
      this.#next++;
    }
  }
}
