import { firstUserFrame } from "../../trace/stack-frame.ts";
import { type Interval, type Lane, titleOf } from "./lane.ts";
import type { Moment } from "./moment.ts";
import type { Timeline } from "./timeline.ts";
import type { ViewLabels } from "./view-labels.ts";

/**
 * One event of Chrome's Trace Event Format, which Perfetto, speedscope and the browsers' own tools open.
 *
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
export interface ChromeEvent {
  readonly name: string;
  /** M: a name for a thread; X: an interval; i: an instant; s and f: the ends of an arrow; b and e: those of a scope. */
  readonly ph: "M" | "X" | "i" | "s" | "f" | "b" | "e";
  readonly pid: number;
  /** Each lane of the picture is a thread. */
  readonly tid: number;
  /** Microseconds since the run began. */
  readonly ts: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: number;
  readonly s?: "t";
  readonly bp?: "e";
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface ChromeTrace {
  readonly traceEvents: readonly ChromeEvent[];
  readonly displayTimeUnit: "ms";
}

const pid = 1;
/** Of a time further from the beginning, about 30 years, no tool can tell the microseconds. */
const latest = 1e15;

/** A run as others draw it: lanes are threads, what a task does are intervals, and what wakes or cancels it arrows. */
export function chromeTraceOf(timeline: Timeline, labels: ViewLabels): ChromeTrace {
  const events = new ChromeEvents(timeline, labels);
  for (const lane of timeline.lanes) {
    events.addLane(lane);
  }
  events.addInstants();
  events.addArrows();
  events.addScopes();
  return { traceEvents: [...events.names(), ...events.inOrder()], displayTimeUnit: "ms" };
}

interface TimedEvent {
  /** Of the event of our own trace: it orders what has one time. */
  readonly index: number;
  readonly event: ChromeEvent;
}

class ChromeEvents {
  readonly #timeline: Timeline;
  readonly #labels: ViewLabels;
  /** The thread of each task. */
  readonly #threads: ReadonlyMap<number, number>;
  readonly #timed: TimedEvent[] = [];
  #arrows = 0;

  constructor(timeline: Timeline, labels: ViewLabels) {
    this.#timeline = timeline;
    this.#labels = labels;
    this.#threads = new Map(timeline.lanes.map(({ task }, index) => [task, index + 1]));
  }

  /** All that has been added, the earliest first. */
  inOrder(): ChromeEvent[] {
    return this.#timed
      .sort((one, other) => one.event.ts - other.event.ts || one.index - other.index)
      .map(({ event }) => event);
  }

  /** What the process and its threads are called, and that threads stand in the order of the lanes. */
  names(): ChromeEvent[] {
    const about = (name: string, tid: number, args: ChromeEvent["args"]): ChromeEvent => ({
      name,
      ph: "M",
      pid,
      tid,
      ts: 0,
      ...(args && { args }),
    });
    return [
      about("process_name", 0, { name: this.#labels.title }),
      ...this.#timeline.lanes.flatMap((lane) => {
        const tid = this.#threadOf(lane.task);
        return [
          about("thread_name", tid, { name: this.#title(lane) }),
          about("thread_sort_index", tid, { sort_index: tid }),
        ];
      }),
    ];
  }

  addLane(lane: Lane): void {
    for (const interval of lane.intervals) {
      const { doing, from, frames } = interval;
      const frame = firstUserFrame(frames);
      const object = this.#objectOf(interval);
      this.#add(from, lane.task, {
        name: object === "" ? this.#labels.doing[doing] : `${this.#labels.doing[doing]}: ${object}`,
        ph: "X",
        cat: doing,
        dur: microseconds(interval.to ?? this.#timeline.end) - microseconds(from),
        ...(frame && { args: { file: frame.path, line: frame.line } }),
      });
    }
    if (lane.done !== undefined) {
      const { moment, outcome, message } = lane.done;
      this.#add(moment, lane.task, { ...instant, name: this.#labels.outcomes[outcome], args: { message } });
    }
  }

  addInstants(): void {
    for (const { moment, task, text } of this.#timeline.outputs) {
      this.#add(moment, task, { ...instant, name: this.#labels.prints, args: { text } });
    }
    for (const { moment, task, message } of this.#timeline.unhandled) {
      this.#add(moment, task, { ...instant, name: this.#labels.unhandled, args: { message } });
    }
  }

  addArrows(): void {
    for (const { from, by, to, task } of this.#timeline.wakes) {
      this.#addArrow(this.#labels.wakes, [from, by], [to, task]);
    }
    for (const { moment, from, task } of this.#timeline.cancellations) {
      this.#addArrow(this.#labels.cancels, [moment, from], [moment, task]);
    }
  }

  addScopes(): void {
    let id = 0;
    for (const { what, owner, from, to, outcome } of this.#timeline.scopes) {
      const about = { name: what, cat: "scope", id: ++id };
      this.#add(from, owner, { ...about, ph: "b" });
      const args = outcome && { args: { outcome: this.#labels.outcomes[outcome] } };
      this.#add(to ?? this.#timeline.end, owner, { ...about, ph: "e", ...args });
    }
  }

  #addArrow(
    name: string,
    [from, by]: readonly [Moment, number],
    [to, task]: readonly [Moment, number],
  ): void {
    const about = { name, cat: "arrow", id: ++this.#arrows };
    this.#add(from, by, { ...about, ph: "s" });
    this.#add(to, task, { ...about, ph: "f", bp: "e" });
  }

  #add(moment: Moment, task: number, event: Omit<ChromeEvent, "pid" | "tid" | "ts">): void {
    const { index } = moment;
    const tid = this.#threadOf(task);
    this.#timed.push({ index, event: { ...event, pid, tid, ts: microseconds(moment) } });
  }

  /** What is of nobody is the loop's. */
  #threadOf(task: number): number {
    return this.#threads.get(task) ?? 1;
  }

  #title(lane: Lane): string {
    return lane.task === 0 ? this.#labels.callbacks : titleOf(lane) || this.#labels.task;
  }

  #objectOf({ on, what }: Interval): string {
    const lane = on === 0 ? undefined : this.#timeline.lane(on);
    return lane === undefined ? what : titleOf(lane);
  }
}

const instant = { ph: "i", s: "t" } as const;

function microseconds({ at }: Pick<Moment, "at">): number {
  return Math.min(Math.round(at * 1e6), latest);
}
