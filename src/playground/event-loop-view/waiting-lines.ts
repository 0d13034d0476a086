import { firstUserFrame } from "../../trace/stack-frame.ts";
import { titleOf } from "./lane.ts";
import type { Timeline } from "./timeline.ts";

/** Which tasks wait at which line of a file, by what the reader calls them. */
export function waitingLines(timeline: Timeline, file: string): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const lane of timeline.lanes) {
    const last = lane.intervals.at(-1);
    if (lane.done !== undefined || last?.doing !== "waits" || last.to !== undefined) {
      continue;
    }
    const frame = firstUserFrame(last.frames);
    if (frame?.path !== file) {
      continue;
    }
    const waiting = lines.get(frame.line);
    if (waiting === undefined) {
      lines.set(frame.line, [titleOf(lane)]);
    } else {
      waiting.push(titleOf(lane));
    }
  }
  return lines;
}
