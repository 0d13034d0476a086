/**
 * The three hops of a run, and what travels on each:
 *
 *   pane  <-- Sandpack's bundler protocol -->  sandbox page  <-- these types -->  frame  <-- the same -->  worker
 *
 * The sandbox page has the site's origin and runs nothing of the reader's. The frame inside it has an opaque
 * origin and only owns the worker. The worker runs the code. What comes back is a stranger's word: it is
 * read by `parseReport` alone.
 */

import type { Insertion } from "../promise-trace/insertions.ts";
import type { StackFrame } from "../trace/stack-frame.ts";
import type { TraceEvent } from "../trace/trace.ts";
import type { PythonRuntime } from "./python/runtime.ts";

/** The one package an example may import. */
export const libraryName = "asyncio-ts";

/** A module after compilation: JavaScript, with the offsets of its import specifiers. */
export interface CompiledModule {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly ModuleImport[];
}

export interface ModuleImport {
  /** Where the text that names the module begins and ends in `code`: for `import()` the quotes are inside. */
  readonly start: number;
  readonly end: number;
  /** The module meant: a path of the example, or the library's name. */
  readonly target: string;
  readonly dynamic: boolean;
}

/** Sent from the sandbox page to the frame. */
export type Command =
  | BootCommand
  | RunCommand
  | { readonly type: "stepper"; readonly command: StepperCommand }
  | { readonly type: "stop" }
  /** Asks whether the frame is still there. */
  | { readonly type: "ask" };

/** The first command: what the frame needs before it can run anything. */
export interface BootCommand {
  readonly type: "boot";
  /** The text of the worker's script. */
  readonly worker: string;
  /** Of the frame for Python. */
  readonly python?: PythonRuntime;
}

export type RunCommand = TypeScriptRun | PythonRun;

/** A program in TypeScript, compiled. */
export interface TypeScriptRun {
  readonly type: "run";
  readonly run: number;
  readonly entry: string;
  readonly modules: readonly CompiledModule[];
  /** The text of the library, or of as much of it as the program imports. */
  readonly library: string;
  /** Left out when nobody wants to see what the loop does: then nothing is recorded. */
  readonly recording?: Recording | undefined;
  /** The text of the script that records. */
  readonly inspectionScript?: string | undefined;
  /** Of a program whose promises are watched. */
  readonly watched?: WatchedProgram | undefined;
}

/** A program in Python. */
export interface PythonRun {
  readonly type: "run";
  readonly run: number;
  /** The name of its file. */
  readonly entry: string;
  readonly source: string;
  /** The rest of the standard library, for a program that imports of it. */
  readonly moreLibrary?: Uint8Array<ArrayBuffer> | undefined;
  /** Left out when nobody wants to see what the loop does: then nothing is recorded. */
  readonly recording?: PythonRecording | undefined;
}

/** How a run in Python that is recorded begins, and what records it. */
export interface PythonRecording extends Recording {
  readonly scripts: RecordingScripts;
  /** Whether the reader may pause the program: see `can-suspend.ts`. */
  readonly isDriven: boolean;
}

/** The texts of what records a program in Python, by the names of their modules, in the order in which they are loaded. */
export type RecordingScripts = Readonly<Record<"asyncio_trace" | "gate" | "record_run", string>>;

/** A program that was instrumented, so that it tells what its promises do. */
export interface WatchedProgram {
  /** The global that it tells. */
  readonly watcher: string;
  /** What was put where, for functions that are asked for their text. */
  readonly texts: readonly { readonly source: string; readonly insertions: readonly Insertion[] }[];
}

/** How a run that is recorded begins. */
export interface Recording {
  /** Whether it waits before its first callback. */
  readonly paused: boolean;
  readonly speed: number;
  /** Whether the values of variables are wanted at each wait of a program of plain promises. */
  readonly values?: boolean | undefined;
}

/** How the reader drives a run that is recorded, in a debugger's words. */
export type StepperCommand =
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  /** Runs one callback. When none is ready, time jumps to the next timer first. */
  | { readonly type: "step" }
  /** Runs until something is printed, then pauses. */
  | { readonly type: "step to output" }
  /** How fast the loop's clock goes while the loop has nothing to do: 1, 1/4 or 1/16. */
  | { readonly type: "speed"; readonly speed: number };

export const consoleMethods = ["log", "info", "debug", "warn", "error", "clear"] as const;
export type ConsoleMethod = (typeof consoleMethods)[number];

/** One call of a console method. */
export interface ConsoleEntry {
  readonly method: ConsoleMethod;
  readonly parts: readonly ConsolePart[];
  /** How many groups are open around it. */
  readonly depth: number;
  /** When it was printed, in milliseconds since the run began. */
  readonly time: number;
}

/** What was printed: text as it is, a value that can be opened, an error with its frames, or a table. */
export type ConsolePart = HasPlaces &
  (
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "value"; readonly preview: string; readonly members: readonly ValueMember[] }
    | { readonly kind: "error"; readonly error: ProgramError }
    | {
        readonly kind: "table";
        readonly header: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
  );

export interface HasPlaces {
  /** Set where a text names places in the program's files, as a stack does. */
  readonly hasPlaces?: boolean;
}

/** One property of an opened value. Without members it cannot be opened further. */
export interface ValueMember {
  readonly name: string;
  readonly preview: string;
  readonly members: readonly ValueMember[];
}

/** An error of the reader's program. It arose in the first frame of the reader's own files. */
export interface ProgramError extends HasPlaces {
  readonly name: string;
  readonly message: string;
  readonly frames: readonly StackFrame[];
  /** How Python tells of it, in the place of all of these. */
  readonly traceback?: string | undefined;
}

/** Sent from the worker (or the frame on its behalf) to the sandbox page. */
export type Report = { readonly run: number } & (
  | { readonly type: "console"; readonly entries: readonly ConsoleEntry[]; readonly dropped: number }
  | { readonly type: "failed"; readonly error: ProgramError }
  /** The program was ended, since it sent more messages than a page can read. */
  | { readonly type: "flooded" }
  | { readonly type: "done" }
  /** All that the program needs is loaded, and it runs. */
  | { readonly type: "begun" }
  | { readonly type: "blocked"; readonly blocked: boolean }
  /** `dropped` counts the events of the run so far that were too many to be kept. */
  | { readonly type: "trace"; readonly events: readonly TraceEvent[]; readonly dropped: number }
  /** The loop stands still between two callbacks, or goes on. */
  | { readonly type: "paused"; readonly paused: boolean }
  /** From here on nobody can pause the run: a program in Python has got where CPython cannot be suspended. */
  | { readonly type: "undriven" }
);

/** What a run can be in, as the pane shows it in `data-state`. */
export const runStates = ["running", "done", "failed", "stopped", "blocked"] as const;
export type RunState = (typeof runStates)[number];

/** What one message may hold at most. A worker stays within these; a forged message that does not is dropped. */
export const limits = {
  /** UTF-16 units of one message as text: more than the fullest console or trace sends. */
  message: 10_000_000,
  /** Console entries in one message. Of a flood only the last ones are sent. */
  entries: 1_000,
  /** What the parts of all entries of one message may weigh together: see `weigh`. Those of one may, too. */
  weight: 150_000,
  /** UTF-16 units of one text. */
  text: 20_000,
  /** Parts of one entry, members of one value, rows of one table. */
  members: 200,
  /** Values inside values. */
  depth: 6,
  /** What the values of one entry may weigh that are shown when one is opened. */
  values: 100_000,
  frames: 50,
} as const;
