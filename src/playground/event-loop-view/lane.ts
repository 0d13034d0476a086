import type { StackFrame } from "../../trace/stack-frame.ts";
import type { Outcome } from "../../trace/trace.ts";
import { lastWhere } from "./last-where.ts";
import type { Moment } from "./moment.ts";

/** What a task does: it has the thread, stands in the ready queue, or waits for something. */
export type Doing = "runs" | "ready" | "waits";

/** For how long a task did one thing. */
export interface Interval {
  readonly doing: Doing;
  readonly from: Moment;
  /** Undefined while it lasts. */
  readonly to: Moment | undefined;
  /** What it waits for, in the library's words; of a callback, what the callback is called. */
  readonly what: string;
  /** The number of the task or future that it waits for; 0 for none. */
  readonly on: number;
  /** Where it waits; of a run, where it went on and where it waits next. The innermost frame comes first. */
  readonly frames: readonly StackFrame[];
  /** What its variables hold where it waits or has waited, a line `name = text` each, where that was recorded. */
  readonly values?: string | undefined;
}

/** All that one task did. The loop's own callbacks have a lane as well: that of task 0. */
export interface Lane {
  readonly task: number;
  readonly name: string;
  /** The variable that keeps it in the program's source; empty where there is none, or where it keeps several. */
  readonly variable: string;
  /** The coroutine that it runs, as far as that is known. */
  readonly coroutine: string;
  readonly parent: number;
  /** How many tasks are above it: parent, parent's parent... */
  readonly depth: number;
  readonly created: Moment;
  /** One after the other, and never two at the same moment. Only the last one may be without an end. */
  readonly intervals: readonly Interval[];
  readonly done: End | undefined;
  /** Its place among the timeline's rows, from 0; of one that has none, undefined. */
  readonly row: number | undefined;
}

/** How a task ended. */
export interface End {
  readonly moment: Moment;
  readonly outcome: Outcome;
  /** Of an exception: what it said. */
  readonly message: string;
}

/**
 * What readers know the task by: the name it was given; else the variable that keeps it, or the name that CPython gives it,
 * with the coroutine that it runs.
 */
export function titleOf(lane: Lane): string {
  const { name, variable, coroutine } = lane;
  if (!isDefault(name)) {
    return name;
  }
  const who = variable || name;
  return coroutine === "" || coroutine === who ? who : `${who} · ${coroutine}`;
}

/** The same where there is little room: a variable stands for itself. */
export function shortTitleOf(lane: Lane): string {
  return isDefault(lane.name) && lane.variable !== "" ? lane.variable : titleOf(lane);
}

/** Whether nobody has given the task a name. */
function isDefault(name: string): boolean {
  return /^Task-\d+$/.test(name);
}

/** The interval of a lane at a moment, if it has one. */
export function intervalAt({ intervals }: Lane, index: number): Interval | undefined {
  const found = intervals[lastWhere(intervals, ({ from }) => from.index <= index)];
  return found !== undefined && (found.to === undefined || index < found.to.index) ? found : undefined;
}
