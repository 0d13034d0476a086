import type { StackFrame } from "../../trace/stack-frame.ts";
import { type Outcome, type TraceEvent, traceLimits } from "../../trace/trace.ts";
import { cut, own } from "./own.ts";
import type { Job } from "./promise-record.ts";

export interface JournalOptions {
  /** Seconds since the run began. */
  readonly now: () => number;
  readonly add: (event: TraceEvent) => void;
}

type Untimed = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Omit<Event, "at">
    : never
  : never;

// Kept before the reader's code can replace them.
const { max, min, round } = Math;
const { MAX_VALUE } = Number;

/** Clocks are read in microseconds. A timer may be set for the end of time, which no message can carry. */
function rounded(seconds: number): number {
  return min(round(seconds * 1e6) / 1e6, MAX_VALUE);
}

/** Something that has the thread. */
export interface Running {
  readonly number: number;
  /** The async call that it is a part of, or that asked for it; 0 for none. */
  readonly owner: number;
}

/** Writes what happens into a trace, and knows what has the thread. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #running: Running[] = own([]);
  #latest = 0;
  #count = 0;
  #jobs = 0;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** A number that nothing has yet. */
  next(): number {
    return ++this.#count;
  }

  /** How many jobs and tasks of the host have begun. */
  get jobs(): number {
    return this.#jobs;
  }

  /** The async call that has the thread, or on whose behalf a callback has it; 0 for none. */
  get owner(): number {
    return this.#running.at(-1)?.owner ?? 0;
  }

  /** The same, without what runs on its behalf alone. */
  get lane(): number {
    const running = this.#running.at(-1);
    return running !== undefined && running.number === running.owner ? running.number : 0;
  }

  get isIdle(): boolean {
    return this.#running.length === 0;
  }

  tell(event: Untimed): void {
    this.#latest = max(this.#latest, rounded(this.#options.now()));
    this.#options.add({ at: this.#latest, ...event } as TraceEvent);
  }

  /** Something gets the thread, inside of what has it already. */
  begin(running: Running): void {
    this.#running.push(running);
    this.tell({ kind: "began", handle: running.number });
  }

  /** A job or a task of the host begins: whatever had the thread has lost it, though nobody said so. */
  beginJob(running: Running): void {
    this.unwind();
    this.#jobs++;
    this.begin(running);
  }

  /** Something gives up the thread, and so does all that began inside it. */
  end(number: number): void {
    const index = this.#running.findLastIndex((running) => running.number === number);
    this.#unwindTo(index < 0 ? this.#running.length : index);
  }

  unwind(): void {
    this.#unwindTo(0);
  }

  queue(job: Job): void {
    if (!job.isQueued) {
      job.isQueued = true;
      this.tell({ kind: "queued", handle: job.number, label: cut(job.label, traceLimits.text) });
    }
  }

  /** @param values What the variables hold that are seen there, where somebody wants to know. */
  waits(task: number, on: number, what: string, frame: StackFrame, values?: string): void {
    const wait = { task, on, what: cut(what, traceLimits.text), frames: [frame] };
    this.tell({ kind: "waits", ...wait, ...(values !== undefined && { values }) });
  }

  taskDone(task: number, outcome: Outcome, message: string): void {
    this.tell({ kind: "task done", task, outcome, message });
  }

  timerSet(handle: number, delay: number, label: string): void {
    const deadline = rounded(this.#options.now() + max(0, delay) / 1000);
    this.tell({ kind: "timer set", handle, deadline, label: cut(label, traceLimits.text) });
  }

  #unwindTo(depth: number): void {
    while (this.#running.length > depth) {
      this.tell({ kind: "ended", handle: (this.#running.pop() as Running).number });
    }
  }
}
