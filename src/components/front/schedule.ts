/** A stretch of time in a lane, in tenths of a second. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `run`: on the thread. `wait`: at an await. `block`: on the thread, in the place of an await. `late`: could go on, but the thread is taken. */
  readonly kind: "run" | "wait" | "block" | "late";
  /** The line of the program, from 1. */
  readonly line: number;
}

/** How the front page's program calls its function three times. */
export const ways = ["sequential", "concurrent", "blocked"] as const;
export type Way = (typeof ways)[number];

/** What three calls do in time. */
export interface Schedule {
  /** One lane a call: A, B, C. */
  readonly lanes: readonly (readonly Stretch[])[];
  readonly total: number;
}

/** The lines of the program: a call works, waits for an answer, and works again. */
export const lines = { before: 2, wait: 3, after: 4 };

/** How long a call works before and after its wait, and how long A and C wait, in tenths of a second. */
export const work = 3;
export const pause = 20;

/** How long B can take, and takes at first. */
export const delays = { min: 2, max: 40, start: 20 };

/** What the width of the picture stands for: the longest of the ways, so that all are drawn to one scale. */
export function longest(delay: number): number {
  return Math.max(...ways.map((way) => schedule(way, delay).total));
}

interface Step {
  readonly kind: "run" | "wait" | "block";
  readonly line: number;
  readonly length: number;
}

/**
 * One thread, and the calls that want it: who has it keeps it up to an await, and then whoever could go on first gets it.
 *
 * @param delay How long B waits, or computes, in tenths of a second.
 */
export function schedule(way: Way, delay: number): Schedule {
  const calls = [pause, delay, pause].map((length, index) =>
    stepsOf(length, way === "blocked" && index === 1),
  );
  const lanes: Stretch[][] = calls.map(() => []);
  const readyAt = calls.map(() => 0);
  let time = 0;
  for (let call = nextCall(calls, readyAt, way); call !== undefined; call = nextCall(calls, readyAt, way)) {
    time = Math.max(time, readyAt[call] ?? 0);
    readyAt[call] = time = takeThread(calls[call] ?? [], lanes[call] ?? [], time);
    const wait = calls[call]?.shift();
    if (wait !== undefined) {
      readyAt[call] = append(lanes[call] ?? [], wait, time);
    }
  }
  return { lanes, total: time };
}

function stepsOf(length: number, isBlocking: boolean): Step[] {
  return [
    { kind: "run", line: lines.before, length: work },
    { kind: isBlocking ? "block" : "wait", line: lines.wait, length },
    { kind: "run", line: lines.after, length: work },
  ];
}

/** Of those that are not done: the one that could go on first, and one after another the first that there is. */
function nextCall(calls: readonly Step[][], readyAt: readonly number[], way: Way): number | undefined {
  const open = calls.flatMap((steps, call) => (steps.length > 0 ? [call] : []));
  const wanted = way === "sequential" ? open.slice(0, 1) : open;
  return wanted.reduce<number | undefined>(
    (first, call) => (first === undefined || (readyAt[call] ?? 0) < (readyAt[first] ?? 0) ? call : first),
    undefined,
  );
}

/** Runs the call up to its next wait, and gives the time at which it leaves the thread. */
function takeThread(steps: Step[], lane: Stretch[], start: number): number {
  const last = lane.at(-1);
  const first = steps[0];
  if (last !== undefined && first !== undefined && last.to < start) {
    lane.push({ kind: "late", line: last.line, from: last.to, to: start });
  }
  let time = start;
  for (let step = steps[0]; step !== undefined && step.kind !== "wait"; step = steps[0]) {
    time = append(lane, step, time);
    steps.shift();
  }
  return time;
}

function append(lane: Stretch[], { kind, line, length }: Step, from: number): number {
  lane.push({ kind, line, from, to: from + length });
  return from + length;
}

/** What a call does at a time: a stretch of its lane, or nothing, before its first line and after its last one. */
export function stretchAt(lane: readonly Stretch[], time: number): Stretch | "before" | "done" {
  const found = lane.find(({ from, to }) => from <= time && time < to);
  return found ?? (time < (lane[0]?.from ?? 0) ? "before" : "done");
}
