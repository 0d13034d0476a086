/** What the view marks in the code. */
export interface LineMarks {
  /** Who waits at a line. */
  readonly waiting: ReadonlyMap<number, readonly string[]>;
  /** Lines of what the reader points at in the picture. */
  readonly lit: readonly number[];
}

/** Told of the line that the reader points at in the code, counted from 1. */
export type OnLine = (line: number | undefined) => void;

/** How many tasks are named at a line. */
const mostNamed = 4;

/** The tasks that wait at a line, in few words. */
export function namesOf(tasks: readonly string[]): string {
  const more = tasks.length > mostNamed ? ` +${tasks.length - mostNamed}` : "";
  return tasks.slice(0, mostNamed).join(", ") + more;
}
