import { titleOf } from "./lane.ts";
import { readersPlace } from "./readers-place.ts";
import type { Timeline } from "./timeline.ts";

/** Which tasks wait at which line of a file, by what the reader calls them. */
export function waitingLines(timeline: Timeline, file: string): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const lane of timeline.lanes) {
    const last = lane.intervals.at(-1);
    if (lane.done !== undefined || last?.doing !== "waits" || last.to !== undefined) continue;
    const place = readersPlace(last.places);
    if (place?.path !== file) continue;
    const waiting = lines.get(place.line);
    if (waiting === undefined) lines.set(place.line, [titleOf(lane)]);
    else waiting.push(titleOf(lane));
  }
  return lines;
}
