import { traceLimits } from "../trace/trace.ts";

/** How long the events of one run may be together as text, in UTF-16 units: what a file that is dropped may have. */
const mostUnits = 50_000_000;

/** How much of the trace of one run may still come. */
export class TraceRoom {
  #events: number = traceLimits.all;
  #units = mostUnits;

  /**
   * Answers whether so many events have room, and takes it.
   *
   * @param length Of the events as text.
   */
  take(events: number, length: number): boolean {
    const hasRoom = events <= this.#events && length <= this.#units;
    if (hasRoom) {
      this.#events -= events;
      this.#units -= length;
    }
    return hasRoom;
  }
}
