/**
 * The three hops of a run, and what travels on each:
 *
 *   pane  <-- Sandpack's bundler protocol -->  sandbox page  <-- these types -->  frame  <-- the same -->  worker
 *
 * The sandbox page has the site's origin and runs nothing of the reader's. The frame inside it has an opaque
 * origin and only owns the worker. The worker runs the code. What comes back is a stranger's word: it is
 * read by {@link parseReport} alone.
 */

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
    }
  | { readonly type: "stop" };

export const consoleMethods = ["log", "info", "debug", "warn", "error"] as const;
export type ConsoleMethod = (typeof consoleMethods)[number];

export interface ConsoleEntry {
  readonly method: ConsoleMethod;
  readonly text: string;
}

/** An error of the reader's program, with the place in the reader's own file where it is known. */
export interface ProgramError {
  readonly name: string;
  readonly message: string;
  /** The file, as the reader sees it, without a slash; empty when unknown. */
  readonly path: string;
  /** Counted from 1; 0 when unknown. */
  readonly line: number;
  /** The reader's own frames, outermost last, one a line. */
  readonly stack: string;
}

/** Sent from the worker (or the frame on its behalf) to the sandbox page. */
export type Report = { readonly run: number } & (
  | { readonly type: "console"; readonly entries: readonly ConsoleEntry[]; readonly dropped: number }
  | { readonly type: "failed"; readonly error: ProgramError }
  | { readonly type: "done" }
  | { readonly type: "blocked"; readonly blocked: boolean }
);

/** What a run can be in, as the pane shows it in `data-state`. */
export const runStates = ["running", "done", "failed", "stopped", "blocked"] as const;
export type RunState = (typeof runStates)[number];

/** How many console lines one message may carry. A worker that prints more keeps only the last ones. */
export const maximumEntries = 1_000;
/** How many characters one console line may have before it is cut, in UTF-16 units. */
export const maximumText = 20_000;
