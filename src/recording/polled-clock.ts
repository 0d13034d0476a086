import type { LoopEvent } from "../async-primitives/index.ts";
import { VirtualClock } from "../async-primitives/loop/clock.ts";

/** So many looks at the clock in one go are free: nobody waits by looking so seldom. */
const freeLooks = 100;
/** What each further look costs, in seconds. */
const look = 0.001;

/**
 * A virtual clock for programs that block the loop until some moment: while a callback looks at it again and again,
 * time goes by. So the same program takes the same time at every run, and does not keep the machine busy.
 */
export class AttentiveClock extends VirtualClock {
  #looks = 0;
  #depth = 0;

  override time(): number {
    if (this.#depth > 0 && ++this.#looks > freeLooks) {
      this.advance(look);
    }
    return super.time();
  }

  /** Whatever a loop does, its callback has not been idle. */
  noteEvent({ kind }: LoopEvent): void {
    this.#looks = 0;
    if (kind === "step began" || kind === "callback began") {
      this.#depth++;
    } else if (kind === "step ended" || kind === "callback ended") {
      this.#depth--;
    }
  }
}
