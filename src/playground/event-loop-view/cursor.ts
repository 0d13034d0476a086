import type { TraceEvent } from "../../trace/trace.ts";
import type { Interval, Lane } from "./lane.ts";
import type { Timeline } from "./timeline.ts";

/** Which event of a run the reader looks at, and which interval the reader points at. */
export class Cursor {
  readonly #timeline: Timeline;
  /** Undefined while it follows the run. */
  #index: number | undefined;
  #lane: Lane | undefined;
  #interval: Interval | undefined;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The number of the event: the last one, while it follows the run. */
  get index(): number {
    return this.#index ?? this.#last;
  }

  get lane(): Lane | undefined {
    return this.#lane;
  }

  get interval(): Interval | undefined {
    return this.#interval;
  }

  /** Goes on with the run. */
  follow(): void {
    this.#index = undefined;
  }

  moveTo(index: number): void {
    this.#index = Math.min(Math.max(index, 0), this.#last);
  }

  /** Moves by so many steps: they are what readers look for, and most events are not. */
  moveBy(steps: number): void {
    const { events } = this.#timeline;
    let index = this.index;
    for (let left = Math.abs(steps); left > 0; left--) {
      do {
        index += Math.sign(steps);
      } while (index > 0 && index < events.length - 1 && !isStep(events[index]));
    }
    this.moveTo(index);
  }

  /** Points at an interval of a lane, or at none. Answers whether that is another one than before. */
  point(interval: Interval | undefined, lane: Lane | undefined): boolean {
    const isOther = interval !== this.#interval;
    if (isOther) {
      [this.#interval, this.#lane] = [interval, lane];
    }
    return isOther;
  }

  get #last(): number {
    return this.#timeline.events.length - 1;
  }
}

function isStep(event: TraceEvent | undefined): boolean {
  return event?.kind === "began" || event?.kind === "ended" || event?.kind === "output";
}
