import { checkOptions } from "../errors/check-options.ts";
import type { Protocol, WriteBufferLimits } from "./transport.ts";

const defaultHigh = 64 * 1024;

/** Tells a protocol to pause above the high-water mark, and to resume at the low-water mark. */
export class WaterMarks {
  #high = defaultHigh;
  #low = defaultHigh / 4;
  #paused = false;
  readonly #protocol: Protocol;

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
  }

  get high(): number {
    return this.#high;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** @throws RangeError when they are not in order. */
  setLimits(limits: WriteBufferLimits = {}): void {
    checkOptions(limits, "setWriteBufferLimits()");
    const { low, high = low === undefined ? defaultHigh : low * 4 } = limits;
    const lowest = low ?? Math.floor(high / 4);
    if (!(high >= lowest && lowest >= 0)) {
      throw new RangeError(
        `The limits of a write buffer are 0 <= low <= high, got low ${lowest}, high ${high}`,
      );
    }
    this.#high = high;
    this.#low = lowest;
  }

  /** Notes how many bytes wait now. */
  note(size: number): void {
    if (this.#paused ? size > this.#low : size <= this.#high) {
      return;
    }
    this.#paused = !this.#paused;
    if (this.#paused) {
      this.#protocol.pauseWriting();
    } else {
      this.#protocol.resumeWriting();
    }
  }
}
