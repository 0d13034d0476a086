/**
 * The three hops of a run, and what travels on each:
 *
 *   pane  <-- Sandpack's bundler protocol -->  sandbox page  <-- these types -->  frame  <-- the same -->  worker
 *
 * The sandbox page has the site's origin and runs nothing of the reader's. The frame inside it has an opaque
 * origin and only owns the worker. The worker runs the code. What comes back is a stranger's word: it is
 * read by `parseReport` alone.
 */

import type { Pace, TraceEvent } from "../trace/trace.ts";

/** A module after compilation: JavaScript, with the places of its import specifiers. */
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
  | { readonly type: "boot"; readonly worker: string; readonly library: string }
  | {
      readonly type: "run";
      readonly run: number;
      readonly entry: string;
      readonly modules: readonly CompiledModule[];
      /** Left out when nobody wants to see what the loop does: then nothing is recorded. */
      readonly recording?: Recording | undefined;
      /** The script that records. */
      readonly inspection?: string | undefined;
    }
  | { readonly type: "pace"; readonly pace: Pace }
  | { readonly type: "stop" };

/** How a run that is recorded begins. */
export interface Recording {
  /** Whether it waits before its first callback. */
  readonly paused: boolean;
  readonly speed: number;
}

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

/** What was printed: text as it is, a value that can be opened, an error with its places, or a table. */
export type ConsolePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly preview: string; readonly members: readonly ValueMember[] }
  | { readonly kind: "error"; readonly error: ProgramError }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** One property of an opened value. Without members it cannot be opened further. */
export interface ValueMember {
  readonly name: string;
  readonly preview: string;
  readonly members: readonly ValueMember[];
}

/** A place in a file: lines and columns are counted from 1, and 0 stands for unknown. */
export interface StackFrame {
  /** The function that was running; empty at the top level of a module. */
  readonly caller: string;
  /** The reader's file without a slash, or the library's name. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** An error of the reader's program. Its place is that of the first frame in the reader's own files. */
export interface ProgramError {
  readonly name: string;
  readonly message: string;
  readonly frames: readonly StackFrame[];
}

/** Sent from the worker (or the frame on its behalf) to the sandbox page. */
export type Report = { readonly run: number } & (
  | { readonly type: "console"; readonly entries: readonly ConsoleEntry[]; readonly dropped: number }
  | { readonly type: "failed"; readonly error: ProgramError }
  /** The program was ended, since it sent more messages than a page can read. */
  | { readonly type: "flooded" }
  | { readonly type: "done" }
  | { readonly type: "blocked"; readonly blocked: boolean }
  /** `dropped` counts the events of the run so far that were too many to be kept. */
  | { readonly type: "trace"; readonly events: readonly TraceEvent[]; readonly dropped: number }
  /** The loop stands still between two callbacks, or goes on. */
  | { readonly type: "paused"; readonly paused: boolean }
);

/** What a run can be in, as the pane shows it in `data-state`. */
export const runStates = ["running", "done", "failed", "stopped", "blocked"] as const;
export type RunState = (typeof runStates)[number];

/** What one message may hold at most. A worker stays within these; a forged message that does not is dropped. */
export const limits = {
  /** UTF-16 units of one message as text: more than the fullest console sends. */
  message: 50_000_000,
  /** Console entries in one message. Of a flood only the last ones are sent. */
  entries: 1_000,
  /** UTF-16 units of one text. */
  text: 20_000,
  /** Parts of one entry, members of one value, rows of one table. */
  members: 200,
  /** Values inside values. */
  depth: 6,
  /** Values of one entry in all. */
  values: 2_000,
  frames: 50,
} as const;

/** Shortens a text to what a message may hold. */
export function cut(text: string, length: number = limits.text): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
