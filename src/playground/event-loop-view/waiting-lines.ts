import { firstUserFrame } from "../../trace/stack-frame.ts";
import { type Lane, titleOf } from "./lane.ts";
import { lastWhere } from "./last-where.ts";

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
 * Which tasks wait at which line of a file. All waits are looked up once: to go through what each of ten thousand lanes does
 * takes longer than a frame may.
 */
export class WaitingLines {
  /** Of each task one after the other: it waits in one place at a time. */
  readonly #waits: readonly (readonly Wait[])[];

  /** @param lanes As they are now: what comes later is not seen. */
  constructor(lanes: readonly Lane[], file: string) {
    this.#waits = lanes.map((lane) => waitsOf(lane, file)).filter(({ length }) => length > 0);
  }

  /** Those just after an event. */
  at(index: number): Map<number, Waiting> {
    const lines = new Map<number, { readonly named: string[]; more: number }>();
    for (const waits of this.#waits) {
      const wait = waits[lastWhere(waits, ({ from }) => from <= index)];
      if (wait === undefined || wait.to <= index) {
        continue;
      }
      const { line, lane } = wait;
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
