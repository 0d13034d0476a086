import type { Waiting } from "./waiting-lines.ts";

/** What the view marks in the code. */
export interface LineMarks {
  /** The line that has the thread, and who is there. */
  readonly running: { readonly line: number; readonly name: string } | undefined;
  /** The lines of who ran last, while nobody runs. */
  readonly ran: readonly number[];
  /** Who waits at a line. */
  readonly waiting: ReadonlyMap<number, Waiting>;
  /** Lines of what the reader points at in the picture. */
  readonly lit: readonly number[];
}

/** Told of the line that the reader points at in the code, counted from 1. */
export type OnLine = (line: number | undefined) => void;

/** One mark of one line. */
export interface LineMark {
  readonly line: number;
  readonly className: string;
  /** What stands beside the code of the line, by the attribute that has it. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The marks one by one, in the order in which they lie above each other. */
export function listMarks({ running, ran, waiting, lit }: LineMarks): LineMark[] {
  return [
    ...[...new Set(ran)].map((line) => ({ line, className: "loop-ran-line", attributes: {} })),
    ...[...waiting].map(([line, tasks]) => ({
      line,
      className: "loop-waiting-line",
      attributes: { "data-waiting": namesOf(tasks) },
    })),
    ...[...new Set(lit)].map((line) => ({ line, className: "loop-lit-line", attributes: {} })),
    ...(running === undefined
      ? []
      : [
          {
            line: running.line,
            className: "loop-running-line",
            attributes: { "data-running": running.name },
          },
        ]),
  ];
}

/** The tasks that wait at a line, in few words. */
function namesOf({ named, more }: Waiting): string {
  return named.join(", ") + (more > 0 ? ` +${more}` : "");
}
