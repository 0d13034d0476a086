import type { TraceEvent } from "../../trace/trace.ts";
import type { Timeline } from "./timeline.ts";

/** What a loop held in its hands at a moment. Everything is named by its number. */
export interface LoopState {
  /** The number of the last event that led to it. */
  readonly index: number;
  /** What had the thread last, and has left it; 0 where nothing has. */
  readonly ran: number;
  /** Those that have the thread: a step, and inside it the step of a task that starts eagerly. */
  readonly running: readonly number[];
  /** In the order in which they run. */
  readonly ready: readonly number[];
  /** The earliest deadline first. */
  readonly timers: readonly Timer[];
}

export interface Timer {
  readonly handle: number;
  readonly deadline: number;
}

/** The least number of events between two states that are kept. */
const between = 4096;

/** Tells what the loop held at any moment, by playing the events again from the last state that was kept. */
export class LoopSnapshots {
  readonly #timeline: Timeline;
  readonly #kept: KeptState[] = [{ before: 0, replay: new Replay() }];

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The state after the event of an index; -1 is the beginning. */
  at(index: number): LoopState {
    const { events } = this.#timeline;
    const wanted = Math.min(index + 1, events.length);
    let last = this.#kept.at(-1) as KeptState;
    // A state that holds much is expensive to keep. So all of them together hold no more than there are events.
    for (let next = nextKept(last); next <= wanted; next = nextKept(last)) {
      last = { before: next, replay: last.replay.copy().play(events.slice(last.before, next)) };
      this.#kept.push(last);
    }
    const { before, replay } = this.#kept.findLast((kept) => kept.before <= wanted) as KeptState;
    return { ...replay.copy().play(events.slice(before, wanted)).state, index: wanted - 1 };
  }
}

/** What the loop held before the event of a number. */
interface KeptState {
  readonly before: number;
  readonly replay: Replay;
}

function nextKept({ before, replay }: KeptState): number {
  return before + Math.max(between, replay.size);
}

class Replay {
  /** In the order in which they began. Nothing begins inside of itself. */
  #running = new Set<number>();
  #ready = new Set<number>();
  #timers = new Map<number, number>();
  #ran = 0;

  copy(): Replay {
    const copy = new Replay();
    copy.#running = new Set(this.#running);
    copy.#ready = new Set(this.#ready);
    copy.#timers = new Map(this.#timers);
    copy.#ran = this.#ran;
    return copy;
  }

  /** How much it holds. */
  get size(): number {
    return this.#running.size + this.#ready.size + this.#timers.size;
  }

  play(events: readonly TraceEvent[]): Replay {
    for (const event of events) {
      this.#play(event);
    }
    return this;
  }

  get state(): Omit<LoopState, "index"> {
    const timers = [...this.#timers].map(([handle, deadline]) => ({ handle, deadline }));
    return {
      running: [...this.#running],
      ready: [...this.#ready],
      ran: this.#ran,
      timers: timers.sort((one, other) => one.deadline - other.deadline),
    };
  }

  #play(event: TraceEvent): void {
    switch (event.kind) {
      case "queued":
        this.#ready.add(event.handle);
        break;
      case "unqueued":
        this.#ready.delete(event.handle);
        break;
      case "timer fired":
        this.#timers.delete(event.handle);
        this.#ready.add(event.handle);
        break;
      case "began":
        this.#ready.delete(event.handle);
        this.#running.add(event.handle);
        break;
      case "ended":
        this.#running.delete(event.handle);
        this.#ran = event.handle;
        break;
      case "timer set":
        this.#timers.set(event.handle, event.deadline);
        break;
      case "timer cancelled":
        this.#timers.delete(event.handle);
    }
  }
}
