/**
 * Loaded by Node before a program of plain promises (`--import`): instruments it as it is loaded, records what its promises
 * and timers do on virtual time, and writes the trace into the file named in `TRACE_FILE` when the process ends. See
 * `record-program.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InsertedText } from "../../src/promise-trace/insertions.ts";
import { instrument, unusedName } from "../../src/promise-trace/instrument.ts";
import { watchPromises } from "../../src/promise-trace/watching/watch-promises.ts";
import { captureStack, onlyRunning } from "../../src/trace/capture-stack.ts";
import { parseStack } from "../../src/trace/parse-stack.ts";
import type { StackFrame } from "../../src/trace/stack-frame.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { noteOutput } from "./note-output.ts";
import { VirtualTimers } from "./virtual-timers.ts";

const { TRACE_FILE: file = "", TRACE_FOLDER: folder = "" } = process.env;
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const watcher = unusedName(sources.map((name) => readFileSync(join(folder, name), "utf8")));
const texts: InsertedText[] = [];
registerHooks({
  load(address, context, nextLoad) {
    const path = pathOf(address);
    if (path === undefined) {
      return nextLoad(address, context);
    }
    const code = stripTypeScriptTypes(readFileSync(fileURLToPath(address), "utf8"));
    const inserted = instrument(code, path, watcher) ?? new InsertedText(code, []);
    texts.push(inserted);
    return { format: "module", source: inserted.text, shortCircuit: true };
  },
});

const timers = new VirtualTimers();
timers.install();
const events: TraceEvent[] = [];
const run = watchPromises({
  watcher,
  captureFrames,
  originalText: (text) => texts.reduce((found, module) => module.restore(found), text),
  now: () => timers.now / 1000,
  add: (event) => {
    if (events.length < traceLimits.all) {
      events.push(event);
    }
  },
});
process.on("unhandledRejection", (reason, promise) => {
  run.noteUnhandled(promise, reason);
  process.exitCode = 1;
});

noteOutput((line, text) => run.noteOutput(line, text));

process.on("exit", () => writeFileSync(file, JSON.stringify(eventsOfProgram())));

/** Node's loader uses promises too: those that were there before the program began are no part of its run. */
function eventsOfProgram(): TraceEvent[] {
  const begun = events.find((event) => event.kind === "task created")?.task ?? 0;
  return events.filter(
    (event) => !(("handle" in event && event.handle < begun) || ("future" in event && event.future < begun)),
  );
}

/** The path below the folder of the program; undefined for a file that is elsewhere. */
function pathOf(address: string): string | undefined {
  const path = address.startsWith("file:") ? fileURLToPath(address).replaceAll("\\", "/") : "";
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}

/** The stack's frames in the files of the program. Their lines are those of the source, their columns are not. */
function captureFrames(): StackFrame[] {
  return parseStack(onlyRunning(captureStack()), "file").flatMap(({ address, caller, line }) => {
    const path = pathOf(address);
    return path === undefined ? [] : [{ caller, path, line, column: 0 }];
  });
}
