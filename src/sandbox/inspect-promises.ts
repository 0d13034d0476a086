/// <reference lib="webworker" />

import { InsertedText } from "../promise-trace/insertions.ts";
import { watchPromises } from "../promise-trace/watching/watch-promises.ts";
import type { WatchedLocals } from "../promise-trace/watching/watched-locals.ts";
import type { RunInspection, RunInspectionOptions } from "./run-inspection.ts";
import { StackReader } from "./stack-reader.ts";
import { TraceOutbox } from "./trace-outbox.ts";

// Kept before the reader's code can replace them.
const host = {
  now: performance.now.bind(performance),
  setTimeout: self.setTimeout.bind(self),
};

/**
 * Records what the promises and timers of the program do, from before the program begins. No page can pause those.
 *
 * @param locals Says what variables hold, where somebody wants to know.
 */
export function inspect(
  { run, watched, modules, report }: RunInspectionOptions,
  locals?: WatchedLocals,
): RunInspection {
  const outbox = new TraceOutbox({
    now: host.now,
    later: (callback, delay) => void host.setTimeout(callback, delay),
    send: (events, dropped) => report({ type: "trace", run, events, dropped }),
  });
  const start = host.now();
  const texts = watched?.texts.map(({ source, insertions }) => new InsertedText(source, insertions)) ?? [];
  const stackReader = new StackReader(modules);
  const promises = watchPromises({
    watcher: watched?.watcher ?? "",
    captureFrames: () => (outbox.isFull ? [] : stackReader.here()),
    originalText: (text) => texts.reduce((found, module) => module.restore(found), text),
    now: () => (host.now() - start) / 1000,
    add: (event) => outbox.add(event),
    locals,
  });
  return {
    handleCommand: () => {},
    noteOutput: (line, text) => promises.noteOutput(line, text),
    noteModuleFailed: (thrown) => promises.noteModuleFailed(thrown),
    noteUnhandled: (promise, reason) => promises.noteUnhandled(promise, reason),
    flush: () => outbox.flush(),
  };
}
