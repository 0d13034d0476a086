import { cut } from "../../trace/cut.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import { traceLimits } from "../../trace/trace.ts";
import type { Doing, End, Interval, Lane } from "./lane.ts";
import type { Moment } from "./moment.ts";

type Open<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };

/** Where a task waits next, told in the step that leads there. */
export type NextWait = Pick<Interval, "on" | "what" | "frames" | "values">;

/** A lane that still gets intervals. */
export class OpenLane implements Lane {
  readonly task: number;
  readonly parent: number;
  readonly depth: number;
  readonly created: Moment;
  readonly intervals: Open<Interval>[] = [];
  name: string;
  variable = "";
  /** Until the task first waits, what its source seems to say. */
  coroutine = "";
  #isCoroutineKnown = false;
  done: End | undefined;
  row: number | undefined;
  #wait: NextWait | undefined;
  /** What its variables hold where it has waited last. */
  #values: string | undefined;
  /** When it was queued, if it was so in its own step. */
  #queued = false;

  constructor(task: number, about: Pick<Lane, "name" | "parent" | "depth" | "created">) {
    this.task = task;
    this.name = about.name;
    this.parent = about.parent;
    this.depth = about.depth;
    this.created = about.created;
  }

  get last(): Interval | undefined {
    return this.intervals.at(-1);
  }

  get isRunning(): boolean {
    return this.last?.doing === "runs" && this.last.to === undefined;
  }

  /** Has the thread from now on. Goes on where it waited. */
  run(now: Moment, what: string): void {
    this.#begin("runs", now, { what, frames: this.#wait?.frames.slice(0, 1) ?? [] });
    this.#wait = undefined;
  }

  /** Joins the ready queue, at once or, in its own step, at the end of that. */
  queue(now: Moment): void {
    if (this.isRunning) {
      this.#queued = true;
    } else {
      this.#begin("ready", now, { values: this.#values });
    }
  }

  /** Says where it waits next. Some say so in the step that leads there, and some after it. */
  waitFor(now: Moment, wait: NextWait): void {
    this.#noteCoroutine(outermostCaller(wait.frames));
    this.#wait = wait;
    this.#values = wait.values;
    const last = this.intervals.at(-1);
    if (last?.doing === "runs") {
      last.frames = [...last.frames.slice(0, 1), ...wait.frames.slice(0, 1)];
    }
    if (wait.on !== 0 && last?.to !== undefined) {
      this.#begin("waits", now, wait);
    }
  }

  #noteCoroutine(coroutine: string): void {
    if (!this.#isCoroutineKnown && coroutine !== "") {
      this.coroutine = coroutine;
      this.#isCoroutineKnown = true;
    }
  }

  /** Gives up the thread. Answers what it did until then; undefined for what had ended before. */
  end(now: Moment): Interval | undefined {
    const last = this.last?.to === undefined ? this.last : undefined;
    this.close(now);
    if (this.done === undefined) {
      if (this.#queued) {
        this.#begin("ready", now, { values: this.#values });
      } else if (this.#wait !== undefined && this.#wait.on !== 0) {
        this.#begin("waits", now, this.#wait);
      }
      this.#queued = false;
    }
    return last;
  }

  /** Will do nothing more, but for what it is just doing. */
  finish(end: End): void {
    this.done = end;
    if (this.last?.doing !== "runs") {
      this.close(end.moment);
    }
  }

  close(now: Moment): void {
    const last = this.intervals.at(-1);
    if (last !== undefined) {
      last.to ??= now;
    }
  }

  #begin(doing: Doing, now: Moment, about: Partial<NextWait> = {}): void {
    this.close(now);
    this.intervals.push({ doing, from: now, to: undefined, what: "", on: 0, frames: [], ...about });
  }
}

/**
 * The coroutine that the task runs, without its class. The module that runs the loop may be on the stack as well: it is
 * no function, and has no name.
 */
function outermostCaller(frames: readonly StackFrame[]): string {
  const caller = frames.findLast(({ caller }) => caller !== "")?.caller ?? "";
  return cut(caller.slice(caller.lastIndexOf(".") + 1), traceLimits.text);
}
