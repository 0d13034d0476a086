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

/** The lines of a file that are known to have run. What ran between them nobody has told. */
export function linesOfLastRun({ from, to }: LastRun, file: string): number[] {
  return [from, to].flatMap((frame) => (frame?.path === file ? [frame.line] : []));
}
