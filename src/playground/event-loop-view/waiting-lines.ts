import { firstUserFrame } from "../../trace/stack-frame.ts";
import { intervalAt, titleOf } from "./lane.ts";
import type { Timeline } from "./timeline.ts";

/** Which tasks wait at which line of a file just after an event, by what the reader calls them. */
export function waitingLines(timeline: Timeline, file: string, index: number): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const lane of timeline.lanes) {
    const interval = intervalAt(lane, index);
    const frame = interval?.doing === "waits" ? firstUserFrame(interval.frames) : undefined;
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
