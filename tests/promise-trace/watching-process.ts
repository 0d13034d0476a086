/**
 * Loaded by Node before an instrumented program (`--import`): records what its promises do, and writes the trace into the
 * file named in `TRACE_FILE` when the process ends. With `CLOCK=virtual` nobody waits for its timers, so that how busy the
 * machine is makes no difference to their order. With `VALUES` what variables hold is recorded at each wait.
 */
import { writeFileSync } from "node:fs";
import { watchPromises } from "../../src/promise-trace/watching/watch-promises.ts";
import { WatchedLocals } from "../../src/promise-trace/watching/watched-locals.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { noteOutput } from "../recording/note-output.ts";
import { VirtualTimers } from "../recording/virtual-timers.ts";

// Kept before the program can replace it.
const { stringify } = JSON;
const { TRACE_FILE: file = "", CLOCK: clock, VALUES: values } = process.env;
if (clock === "virtual") {
  new VirtualTimers().install();
}
const events: TraceEvent[] = [];
const start = performance.now();
const run = watchPromises({
  watcher: "$w",
  captureFrames: () => [],
  originalText: (text) => text,
  locals: values === undefined ? undefined : new WatchedLocals(),
  now: () => (performance.now() - start) / 1000,
  // Not by `push`, which the program may replace.
  add: (event) => {
    if (events.length < traceLimits.all) {
      events[events.length] = event;
    }
  },
});
noteOutput((line, text) => run.noteOutput(line, text));
process.on("exit", () => writeFileSync(file, stringify(events)));
