import type { StepperCommand } from "../sandbox/protocol.ts";
import type { TraceEvent } from "../trace/trace.ts";

/**
 * What travels between a program that is watched and its supervisor, which is a process of its own: so it answers while
 * the program blocks its thread, and still has what was told when the program has died. Each message is a line of JSON.
 */

/** Sent by the program, through the file descriptor `toSupervisor`. */
export type Report =
  /** `watch` is the number of the command that the events answer. */
  | { readonly type: "trace"; readonly watch: number; readonly events: readonly TraceEvent[] }
  /** The trace has as many events as one may have: nothing more is recorded. */
  | { readonly type: "full"; readonly watch: number }
  | { readonly type: "paused"; readonly paused: boolean };

/** Sent to the program, through the file descriptor `toProgram` or the socket that its beginning names. */
export type ProgramCommand =
  /** Records from now on, beginning with the tasks that are there. */
  | { readonly type: "watch"; readonly watch: number }
  /** Nobody looks: the program goes on by itself, and nothing is recorded. */
  | { readonly type: "unwatch" }
  | StepperCommand;

export const toSupervisor = 3;
export const toProgram = 4;

/** How a program that is watched begins. */
export interface Beginning {
  /** The number of the watch that all is recorded as from the beginning; none if nobody looks yet. */
  readonly watch: number | null;
  /** Whether somebody may pause it and change how fast its time goes. */
  readonly isDriven: boolean;
  /** Whether it waits before its first callback. */
  readonly isPaused: boolean;
  /** Whether promises are watched, and not loops. */
  readonly promises: boolean;
  /** The socket that commands come through; none where they come through a file descriptor. */
  readonly socket: string | null;
}

/** The environment variable that says to a process how it begins, as JSON; to what it starts itself it says "none". */
export const beginningVariable = "ASYNCIO_TS_INSPECT_BEGINNING";
export const none = "none";

export function lineOf(message: Report | ProgramCommand): string {
  return `${JSON.stringify(message)}\n`;
}

const traceLine = /^\{"type":"trace","watch":(\d+),"events":\[/;

/**
 * Of a line with events: the number of the watch, and the events as JSON with commas between them. There are too many
 * to be read by everybody through whose hands they go.
 */
export function eventsIn(line: string): { readonly watch: number; readonly events: string } | undefined {
  const [start = "", watch] = traceLine.exec(line) ?? [];
  return watch === undefined
    ? undefined
    : { watch: Number(watch), events: line.slice(start.length, -"]}".length) };
}

/** Puts lines together from the pieces in which they come. */
export class LineReader {
  readonly #onLine: (line: string) => void;
  #pieces: string[] = [];

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  add(text: string): void {
    const [first = "", ...others] = text.split("\n");
    this.#pieces.push(first);
    for (const piece of others) {
      this.#onLine(this.#pieces.join(""));
      this.#pieces = [piece];
    }
  }
}
