import type { TraceEvent } from "../../trace/trace.ts";
import type { Interval, Lane } from "./lane.ts";
import type { Timeline } from "./timeline.ts";

/** Which event of a run the reader looks at, and which interval the reader points at. */
export class Cursor {
  readonly #timeline: Timeline;
  /** Where the reader has put it; undefined while it follows the run. */
  #index: number | undefined;
  /** Where the pointer is, as long as it is over the picture. */
  #pointed: number | undefined;
  #lane: Lane | undefined;
  #interval: Interval | undefined;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The number of the event: the last one, while it follows the run. */
  get index(): number {
    return this.#pointed ?? this.#index ?? this.#last;
  }

  /** Whether it is at the end of what is known of the run. */
  get isAtEnd(): boolean {
    return this.index >= this.#last;
  }

  /** Whether the reader has put it nowhere. */
  get follows(): boolean {
    return this.#index === undefined;
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
    this.#pointed = undefined;
  }

  /** Stays at an event. */
  moveTo(index: number): void {
    this.#index = this.#within(index);
    this.#pointed = undefined;
  }

  /** Looks at an event for as long as the pointer is there. */
  pointTo(index: number): void {
    this.#pointed = this.#within(index);
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

  /** The pointer has left the picture. */
  leave(): void {
    this.#pointed = undefined;
  }

  #within(index: number): number {
    return Math.min(Math.max(index, 0), this.#last);
  }

  get #last(): number {
    return this.#timeline.events.length - 1;
  }
}

function isStep(event: TraceEvent | undefined): boolean {
  return event?.kind === "began" || event?.kind === "ended" || event?.kind === "output";
}
