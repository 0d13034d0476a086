import type { LoopEvent } from "../../src/async-primitives/index.ts";
import { VirtualClock } from "../../src/async-primitives/loop/clock.ts";
import { CallbackDepth } from "../../src/trace/callback-depth.ts";

/** So many polls in a row are free: nobody busy-waits by polling so seldom. */
const freePolls = 100;
/** How far each further poll advances the clock, in seconds. */
const pollTime = 0.001;

/**
 * A virtual clock that advances when a callback polls it, for programs that block the loop by a busy wait. So the same
 * program takes the same time at every run, and does not keep the machine busy.
 */
export class PolledClock extends VirtualClock {
  #polls = 0;
  readonly #depth = new CallbackDepth();

  override time(): number {
    if (this.#depth.current > 0 && ++this.#polls > freePolls) {
      this.advance(pollTime);
    }
    return super.time();
  }

  /** Whatever a loop does, its callback has done more than poll. */
  noteEvent(event: LoopEvent): void {
    this.noteProgress();
    this.#depth.note(event);
  }

  /** Something was recorded, for which the recorder itself polled. */
  noteProgress(): void {
    this.#polls = 0;
  }
}
