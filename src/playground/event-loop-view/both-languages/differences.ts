import { type CoreEvent, coreEvents } from "../../../trace/core-events.ts";
import type { TraceEvent } from "../../../trace/trace.ts";

/** In what two runs differ: the numbers of the events that the other run has not, of each. */
export interface Differences {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** How many events of a scheduler were compared: those of the longer run. */
  readonly compared: number;
}

/** So many events of each run are compared one with another; of longer runs, all from the first difference on differ. */
const mostCompared = 1_500;

/** Compares what the schedulers of two runs did, up to the end of their main tasks. */
export function findDifferences(ours: readonly TraceEvent[], theirs: readonly TraceEvent[]): Differences {
  const [one, other] = [coreEvents(ours), coreEvents(theirs)];
  let same = 0;
  while (same < Math.min(one.length, other.length) && isSame(one[same], other[same])) {
    same++;
  }
  const { left, right } = unshared(one.slice(same), other.slice(same));
  const numbers = (events: readonly CoreEvent[]) => events.map(({ index }) => index);
  return {
    ours: numbers(left),
    theirs: numbers(right),
    compared: Math.max(one.length, other.length),
  };
}

function isSame(one: CoreEvent | undefined, other: CoreEvent | undefined): boolean {
  return one?.at === other?.at && one?.deed === other?.deed;
}

/** What is left of two lists when what they have in common, in the same order, is taken out of them. */
function unshared(left: readonly CoreEvent[], right: readonly CoreEvent[]) {
  if (Math.max(left.length, right.length) > mostCompared) {
    return { left, right };
  }
  const width = right.length + 1;
  /** How many of the rest of both are in common, by how many of each are passed over. */
  const common = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      common[row * width + column] = isSame(left[row], right[column])
        ? (common[(row + 1) * width + column + 1] as number) + 1
        : Math.max(common[(row + 1) * width + column] as number, common[row * width + column + 1] as number);
    }
  }
  const only = { left: [] as CoreEvent[], right: [] as CoreEvent[] };
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && isSame(left[row], right[column])) {
      row++;
      column++;
    } else if (
      column >= right.length ||
      (row < left.length &&
        (common[(row + 1) * width + column] as number) >= (common[row * width + column + 1] as number))
    ) {
      only.left.push(left[row++] as CoreEvent);
    } else {
      only.right.push(right[column++] as CoreEvent);
    }
  }
  return only;
}
