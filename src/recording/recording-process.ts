/**
 * Loaded by Node before a program (`--import`): records what the program's loops do, and writes the trace into the file
 * named in `TRACE_FILE` when the process ends. `TRACE_TIME` is "virtual" for a run that is the same every time, and
 * "host" for the clock and the network of this machine. See `record-program.ts`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import type { inspection } from "../async-primitives/event-loop.ts";
import { HostClock } from "../async-primitives/loop/clock.ts";
import type { replaceNetwork } from "../async-primitives/streams/current-network.ts";
import type { network } from "../async-primitives/streams/memory/network.ts";
import type { StackFrame } from "../sandbox/protocol.ts";
import { type TraceEvent, traceLimits } from "../trace/trace.ts";
import { TraceRecorder } from "../trace/trace-recorder.ts";
import { AttentiveClock } from "./polled-clock.ts";

const {
  TRACE_FILE: file = "",
  TRACE_FOLDER: folder = "",
  TRACE_LIBRARY: library = "",
  TRACE_TIME: time,
} = process.env;
const extension = library.endsWith(".ts") ? "ts" : "js";
const load = (module: string) => import(new URL(`${module}.${extension}`, library).href);
const { inspection: found }: { inspection: typeof inspection } = await load("event-loop");

const events: TraceEvent[] = [];
const clock = time === "virtual" ? new AttentiveClock() : new HostClock();
/** When the first loop was made; what Node takes to load the program is no part of the run. */
let start: number | undefined;
const recorder = new TraceRecorder({
  now: () => (start === undefined ? 0 : clock.time() - start),
  placesHere,
  add: (event) => void (events.length < traceLimits.all && events.push(event)),
});
found.inspector = {
  clock,
  gate: { holds: () => false, whenReleased: () => () => {} },
  onLoop: (loop) => {
    start ??= clock.time();
    recorder.observe(loop);
    if (clock instanceof AttentiveClock) loop.observe((event) => clock.noteEvent(event));
  },
};
if (clock instanceof AttentiveClock) {
  await replaceHost(clock);
}

let line = 0;
for (const method of ["log", "info", "debug", "warn", "error"] as const) {
  const print = console[method].bind(console);
  console[method] = (...values: unknown[]) => {
    recorder.output(line++, format(...values));
    print(...values);
  };
}

process.on("exit", () => writeFileSync(file, JSON.stringify(events)));

/** Has nothing bring times of its own: neither the host's clock nor its sockets. The network is in memory, as in a pane. */
async function replaceHost(clock: AttentiveClock): Promise<void> {
  const current: { replaceNetwork: typeof replaceNetwork } = await load("streams/current-network");
  const inMemory: { network: typeof network } = await load("streams/memory/network");
  current.replaceNetwork(inMemory.network);
  performance.now = () => clock.time() * 1000;
  const epoch = Date.now();
  Date.now = () => Math.floor(epoch + clock.time() * 1000);
}

/** Lines read `at name (file:///folder/main.ts:1:2)`. Those with `async` are not on the stack, but wait for it. */
function placesHere(): StackFrame[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = limit;
  return stack.split("\n").flatMap((text) => {
    const [, url = "", row, column] = /^(?!\s*at async ).*?(file:[^\s)]+?):(\d+):(\d+)/.exec(text) ?? [];
    const path = url === "" ? "" : fileURLToPath(url).replaceAll("\\", "/");
    if (!path.startsWith(folder)) {
      return [];
    }
    const caller = /^\s*at (.+?) \(/.exec(text)?.[1] ?? "";
    return [{ caller, path: path.slice(folder.length), line: Number(row), column: Number(column) }];
  });
}
