import { registerHooks } from "node:module";
import { watchPromises } from "../../promise-trace/watching/watch-promises.ts";
import { TraceOutbox } from "../../sandbox/trace-outbox.ts";
import { listenToConsole } from "./console-output.ts";
import { InstrumentedModules } from "./instrumented-modules.ts";
import { SupervisorLine } from "./supervisor-line.ts";
import { UserFrames } from "./user-frames.ts";

/** The global under which the program's modules find the watcher: so long that no program has it by chance. */
const watcher = "$asyncioTsInspectWatcher";

// Kept before a program can replace them.
const milliseconds = performance.now.bind(performance);
const { setImmediate } = globalThis;

/**
 * Reports what the async functions, promises and timers of this process do, from before the program begins. Nobody can
 * pause those, and what is not the program's own code has no lane.
 *
 * @param watch The number of the watch.
 */
export function reportPromises(watch: number, folder: string, library: string): void {
  const supervisor = new SupervisorLine();
  const modules = new InstrumentedModules(folder, library, watcher);
  const frames = new UserFrames(folder, library);
  let saidFull = false;
  let isEnding = false;
  const outbox = new TraceOutbox({
    now: milliseconds,
    later: (callback) => void setImmediate(callback).unref(),
    send: (events, dropped) => {
      // What comes after the last event that fits is only counted.
      if (events.length > 0) {
        supervisor.send({ type: "trace", watch, events });
      }
      if (dropped > 0 && !saidFull) {
        saidFull = true;
        supervisor.send({ type: "full", watch });
      }
    },
  });
  let start: number | undefined;
  let hasBegun = false;
  const promises = watchPromises({
    watcher,
    captureFrames: () => (outbox.isFull ? [] : frames.here()),
    originalText: (text) => modules.restore(text),
    now: () => (start === undefined ? 0 : (milliseconds() - start) / 1000),
    add: (event) => {
      // What Node does with promises before the program's first line is no part of the run.
      if (!hasBegun && event.kind === "task created") {
        hasBegun = true;
        outbox.add({ at: 0, kind: "promises watched" });
      }
      if (hasBegun) {
        outbox.add(event);
      }
    },
  });
  registerHooks({
    load: (url, context, next) => {
      const loaded = modules.load(url, next(url, context));
      start ??= milliseconds();
      return loaded;
    },
  });
  // An error shows the line as its author wrote it.
  process.setSourceMapsEnabled(true);
  listenToConsole(
    () => hasBegun,
    (line, text) => {
      promises.noteOutput(line, text);
      if (isEnding) {
        outbox.flush();
      }
    },
  );
  process.on("uncaughtExceptionMonitor", (error, origin) => {
    if (origin === "unhandledRejection") {
      promises.noteUnhandled(undefined, error);
    }
  });
  process.on("exit", () => {
    // Others that listen to the end may print after this.
    isEnding = true;
    outbox.flush();
  });
}
