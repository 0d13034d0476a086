import { firstUserFrame } from "../../trace/stack-frame.ts";
import { type Lane, titleOf } from "./lane.ts";

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

/** Where a task waits, from one event until before another. */
interface Wait {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly lane: Lane;
}

/**
 * Which tasks wait at which line of a file. All waits are looked up once and kept one behind the other: to go to each of ten
 * thousand lanes for them takes longer than a frame may.
 */
export class WaitingLines {
  readonly #waits: readonly Wait[];

  /** @param lanes As they are now: what comes later is not seen. */
  constructor(lanes: readonly Lane[], file: string) {
    this.#waits = lanes.flatMap((lane) => waitsOf(lane, file));
  }

  /** Those just after an event. */
  at(index: number): Map<number, Waiting> {
    const lines = new Map<number, { readonly named: string[]; more: number }>();
    for (const { from, to, line, lane } of this.#waits) {
      if (from > index || to <= index) {
        continue;
      }
      const waiting = lines.get(line);
      if (waiting === undefined) {
        if (lines.size < mostLines) {
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
}

function waitsOf(lane: Lane, file: string): Wait[] {
  return lane.intervals.flatMap(({ doing, frames, from, to }) => {
    const frame = doing === "waits" ? firstUserFrame(frames) : undefined;
    return frame?.path === file
      ? [{ from: from.index, to: to?.index ?? Number.POSITIVE_INFINITY, line: frame.line, lane }]
      : [];
  });
}
