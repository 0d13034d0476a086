import { isUserFrame, type StackFrame } from "../../trace/stack-frame.ts";
import type { LoopState } from "./loop-state.ts";
import type { Timeline } from "./timeline.ts";

/** From where to where it ran that ran last, as far as that is known. */
export interface LastRun {
  readonly from: StackFrame | undefined;
  readonly to: StackFrame | undefined;
}

export function lastRunAt(timeline: Timeline, { ran, index }: LoopState): LastRun {
  const lane = timeline.lane(ran);
  const runs = lane?.intervals.filter(({ doing, from }) => doing === "runs" && from.index <= index) ?? [];
  const frames = runs.at(-1)?.frames.filter(isUserFrame) ?? [];
  // Of the first step the end alone is known, and of the last one the beginning.
  const [from, to] = runs.length === 1 && frames.length === 1 ? [undefined, frames[0]] : frames;
  return { from, to };
}

/** How many lines of a step are marked. */
const mostLines = 500;

/** The lines of a file between which it ran: those between them, too, if it went down the page. */
export function linesOfLastRun({ from, to }: LastRun, file: string): number[] {
  const known = [from, to].flatMap((frame) => (frame?.path === file ? [frame.line] : []));
  const [first, last] = known;
  if (first === undefined || last === undefined || last <= first) {
    return known;
  }
  return Array.from({ length: Math.min(last - first + 1, mostLines) }, (_, index) => first + index);
}
