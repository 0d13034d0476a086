import { firstUserFrame } from "../../trace/stack-frame.ts";
import { intervalAt, type Lane, titleOf } from "./lane.ts";

/** Who waits at a line. */
export interface Waiting {
  /** The first few, by what the reader calls them. */
  readonly named: readonly string[];
  /** How many there are beside these. */
  readonly more: number;
}

/** How many tasks are named at a line. */
const mostNamed = 4;
/** At how many lines tasks are named. */
const mostLines = 500;

/** Which tasks wait at which line of a file just after an event. */
export function waitingLinesAt(lanes: readonly Lane[], file: string, index: number): Map<number, Waiting> {
  const lines = new Map<number, { readonly named: string[]; more: number }>();
  for (const lane of lanes) {
    const line = lineOfWait(lane, file, index);
    const waiting = line === undefined ? undefined : lines.get(line);
    if (waiting === undefined) {
      if (line !== undefined && lines.size < mostLines) {
        lines.set(line, { named: [titleOf(lane)], more: 0 });
      }
    } else if (waiting.named.length < mostNamed) {
      waiting.named.push(titleOf(lane));
    } else {
      waiting.more++;
    }
  }
  return lines;
}

function lineOfWait(lane: Lane, file: string, index: number): number | undefined {
  const interval = intervalAt(lane, index);
  const frame = interval?.doing === "waits" ? firstUserFrame(interval.frames) : undefined;
  return frame?.path === file ? frame.line : undefined;
}
