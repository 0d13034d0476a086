import type { TraceEvent } from "../../trace/trace.ts";
import type { Timeline } from "./timeline.ts";

/** What a loop held in its hands at a moment. Everything is named by its number. */
export interface LoopState {
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

/** How many events lie between two states that are kept. */
const between = 4096;

/** Tells what the loop held at any moment, by playing the events again from the last state that was kept. */
export class LoopSnapshots {
  readonly #timeline: Timeline;
  readonly #kept: Replay[] = [new Replay()];

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The state after the event of an index; -1 is the beginning. */
  at(index: number): LoopState {
    const { events } = this.#timeline;
    const wanted = Math.min(index + 1, events.length);
    while (this.#kept.length <= Math.floor(wanted / between)) {
      const start = (this.#kept.length - 1) * between;
      this.#kept.push((this.#kept.at(-1) as Replay).copy().play(events.slice(start, start + between)));
    }
    const start = Math.floor(wanted / between);
    return (this.#kept[start] as Replay).copy().play(events.slice(start * between, wanted)).state;
  }
}

class Replay {
  #running: number[] = [];
  #ready = new Set<number>();
  #timers = new Map<number, number>();

  copy(): Replay {
    const copy = new Replay();
    copy.#running = [...this.#running];
    copy.#ready = new Set(this.#ready);
    copy.#timers = new Map(this.#timers);
    return copy;
  }

  play(events: readonly TraceEvent[]): Replay {
    for (const event of events) {
      this.#play(event);
    }
    return this;
  }

  get state(): LoopState {
    const timers = [...this.#timers].map(([handle, deadline]) => ({ handle, deadline }));
    return {
      running: this.#running,
      ready: [...this.#ready],
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
        this.#running.push(event.handle);
        break;
      case "ended": {
        // The last that began is the first to end.
        const index = this.#running.lastIndexOf(event.handle);
        if (index >= 0) {
          this.#running.splice(index, 1);
        }
        break;
      }
      case "timer set":
        this.#timers.set(event.handle, event.deadline);
        break;
      case "timer cancelled":
        this.#timers.delete(event.handle);
    }
  }
}
