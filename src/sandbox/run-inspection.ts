import type { inspection } from "../async-primitives/event-loop.ts";
import type { LinkedModules } from "./linked-modules.ts";
import type { PendingWork } from "./pending-work.ts";
import type { Recording, Report, StepperCommand, WatchedProgram } from "./protocol.ts";

/** What the worker does with a program that is recorded. */
export interface RunInspection {
  handleCommand(command: StepperCommand): void;
  /** Something was printed, as the line of that number. */
  noteOutput(line: number, text: string): void;
  /** A module of the program has thrown, which ends the run. */
  noteModuleFailed(thrown: unknown): void;
  /** A rejection that nobody handles, which ends the run. */
  noteUnhandled(promise: Promise<unknown>, reason: unknown): void;
  /** Sends what has been recorded and not been sent. */
  flush(): void;
}

export interface RunInspectionOptions {
  readonly run: number;
  readonly recording: Recording;
  readonly library: typeof inspection;
  readonly modules: LinkedModules;
  readonly pendingWork: PendingWork;
  /** Of a program whose promises are watched. */
  readonly watched: WatchedProgram | undefined;
  readonly report: (report: Report) => void;
}

/** What a script that records exports as `inspect`: begins to record, before the program begins. */
export type Inspect = (options: RunInspectionOptions) => RunInspection;
