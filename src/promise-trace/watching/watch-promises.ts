import type { StackFrame } from "../../trace/stack-frame.ts";
import { traceLimits } from "../../trace/trace.ts";
import { Journal, type JournalOptions } from "./journal.ts";
import { knownProxies } from "./known-proxies.ts";
import { describeThrown } from "./look.ts";
import { apply, cut, own } from "./own.ts";
import { PromiseRecords } from "./promise-records.ts";
import { type Originals, replaceMethod } from "./replace-method.ts";
import { HostWatch } from "./watch-host.ts";
import { ReactionWatch } from "./watch-reactions.ts";
import type { WatchedLocals } from "./watched-locals.ts";
import { Watcher } from "./watcher.ts";

export interface WatchOptions extends JournalOptions {
  /** The global under which instrumented modules find the watcher. */
  readonly watcher: string;
  /** The reader's frames on the stack, the innermost first. */
  readonly captureFrames: () => readonly StackFrame[];
  /** The text of a function as its author wrote it. */
  readonly originalText: (text: string) => string;
  /** Says what variables hold, where somebody wants to know. */
  readonly locals?: WatchedLocals | undefined;
}

/** A run whose promises are watched. */
export interface WatchedRun {
  readonly watcher: Watcher;
  /** Something was printed, as the line of that number. */
  noteOutput(line: number, text: string): void;
  /** A module of the program has thrown, or has waited for what failed. */
  noteModuleFailed(thrown: unknown): void;
  /** A promise was rejected, and nobody has asked for its result. */
  noteUnhandled(promise: unknown, thrown: unknown): void;
}

/** Has all that promises and timers do in this realm recorded. To be called before the program begins, and once. */
export function watchPromises({
  watcher: name,
  originalText,
  captureFrames,
  locals,
  ...options
}: WatchOptions): WatchedRun {
  const journal = new Journal(options);
  const records = new PromiseRecords(journal);
  const originals: Originals = own(new WeakMap());
  const watcher = new Watcher(name, journal, records, originals, locals);
  new ReactionWatch(watcher, records, journal).replaceMethods(originals);
  new HostWatch(watcher, records, journal).replaceFunctions(
    globalThis as unknown as Readonly<Record<string, unknown>>,
    originals,
  );
  knownProxies.replaceConstructor(globalThis, originals);
  keepTexts(originals, originalText);
  Object.defineProperty(globalThis, name, { value: watcher });
  journal.tell({ kind: "promises watched" });
  return {
    watcher,
    noteOutput: (line, text) => {
      const frames = captureFrames().slice(0, traceLimits.frames);
      journal.tell({ kind: "output", task: journal.lane, line, text: cut(text, traceLimits.text), frames });
    },
    noteModuleFailed: (thrown) => watcher.failModule(thrown),
    noteUnhandled: (promise, thrown) => {
      const future = records.find(promise)?.number ?? 0;
      journal.tell({ kind: "rejection unhandled", future, message: describeThrown(thrown) });
    },
  };
}

/** A function that is asked for its text tells what its author wrote. */
function keepTexts(originals: Originals, originalText: (text: string) => string): void {
  replaceMethod(
    Function.prototype,
    "toString",
    originals,
    (original) =>
      ({
        method(this: unknown) {
          const known = typeof this === "function" ? originals.get(this) : undefined;
          return known === undefined
            ? originalText(apply(original, this, []) as string)
            : apply(original, known, []);
        },
      }).method,
  );
}
