import type { StepperCommand } from "../sandbox/protocol.ts";
import { type Fields, InvalidMessage, oneOf, record, undefinedIfInvalid } from "../trace/untrusted.ts";

/** What the server tells a page before the lines of the program, which follow as they are: a watch begins, and it runs. */
export interface ProgramState {
  readonly type: "program";
  /** What was started, as its words. */
  readonly words: readonly string[];
  /** The number of the watch whose events follow. */
  readonly watch: number;
  /** Whether it is watched by its promises: then nobody drives it, and all was recorded from the beginning. */
  readonly promises: boolean;
}

/** What a page asks for. */
export type PageCommand =
  | StepperCommand
  /** Starts a program anew that has ended. */
  | { readonly type: "run"; readonly paused: boolean }
  /** Forgets what was recorded and records from now on. */
  | { readonly type: "record anew" };

const simple = ["pause", "resume", "step", "step to output", "record anew"] as const;
const speeds = [1, 1 / 4, 1 / 16] as const;

/** Reads a command as one would read any stranger's: what does not fit gives undefined. */
export function parsePageCommand(text: string): PageCommand | undefined {
  return undefinedIfInvalid(() => parseCommand(record(parseJson(text))));
}

function parseCommand({ type, paused, speed }: Fields): PageCommand {
  if (type === "speed") {
    return { type, speed: oneOf(speeds, speed) };
  }
  if (type === "run") {
    return { type, paused: oneOf([true, false], paused) };
  }
  return { type: oneOf(simple, type) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidMessage();
  }
}
