/**
 * Loaded by Node before a program (`--import`): records what the program's loops do, and writes the trace into the file
 * named in `TRACE_FILE` when the process ends. `TRACE_TIME` is "virtual" for a run that is the same every time, and
 * "host" for the clock and the network of this machine. See `record-program.ts`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { inspection } from "../../src/async-primitives/event-loop.ts";
import { HostClock } from "../../src/async-primitives/loop/clock.ts";
import type { replaceNetwork } from "../../src/async-primitives/streams/current-network.ts";
import type { network } from "../../src/async-primitives/streams/memory/network.ts";
import { captureStack, onlyRunning } from "../../src/trace/capture-stack.ts";
import { parseStack } from "../../src/trace/parse-stack.ts";
import type { StackFrame } from "../../src/trace/stack-frame.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { TraceRecorder } from "../../src/trace/trace-recorder.ts";
import { noteOutput } from "./note-output.ts";
import { PolledClock } from "./polled-clock.ts";

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
const clock = time === "virtual" ? new PolledClock() : new HostClock();
/** When the first loop was made; what Node takes to load the program is no part of the run. */
let start: number | undefined;
const recorder = new TraceRecorder({
  now: () => (start === undefined ? 0 : clock.time() - start),
  captureFrames,
  add: (event) => {
    if (events.length < traceLimits.all) {
      events.push(event);
    }
    if (clock instanceof PolledClock) {
      clock.noteProgress();
    }
  },
});
found.inspector = {
  clock,
  gate: { steps: false, holds: () => false, whenReleased: () => () => {} },
  onLoop: (loop) => {
    start ??= clock.time();
    recorder.observe(loop);
    if (clock instanceof PolledClock) {
      loop.observe((event) => clock.noteEvent(event));
    }
  },
};
if (clock instanceof PolledClock) {
  await replaceHost(clock);
}

noteOutput((line, text) => recorder.output(line, text));

process.on("exit", () => writeFileSync(file, JSON.stringify(events)));

/** Has nothing bring times of its own: neither the host's clock nor its sockets. The network is in memory, as in a pane. */
async function replaceHost(clock: PolledClock): Promise<void> {
  const current: { replaceNetwork: typeof replaceNetwork } = await load("streams/current-network");
  const inMemory: { network: typeof network } = await load("streams/memory/network");
  current.replaceNetwork(inMemory.network);
  performance.now = () => clock.time() * 1000;
  const epoch = Date.now();
  Date.now = () => Math.floor(epoch + clock.time() * 1000);
}

/** The stack's frames in the files beside the program. */
function captureFrames(): StackFrame[] {
  return parseStack(onlyRunning(captureStack()), "file").flatMap(({ address, ...frame }) => {
    const path = fileURLToPath(address).replaceAll("\\", "/");
    return path.startsWith(folder) ? [{ ...frame, path: path.slice(folder.length) }] : [];
  });
}
