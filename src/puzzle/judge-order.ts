import type { Misconception, Puzzle } from "./puzzle.ts";

/** Where an order goes wrong for the first time. */
export interface FirstMistake {
  /** How many lines before it are right. */
  readonly index: number;
  /** What comes out there. */
  readonly right: string;
  readonly misconception: Misconception | undefined;
}

/**
 * Finds the first line that is in a wrong place; undefined if none is. Its misconception is the one that would have brought
 * out just this line at this moment, whatever the reader has put after it.
 */
export function judgeOrder(
  given: readonly string[],
  { lines, wrongOrders }: Puzzle,
): FirstMistake | undefined {
  const index = lines.findIndex((line, at) => line !== given[at]);
  const right = lines[index];
  if (right === undefined) {
    return undefined;
  }
  const misconception = wrongOrders.find((wrong) =>
    given.slice(0, index + 1).every((line, at) => line === wrong.lines[at]),
  );
  return { index, right, misconception };
}
