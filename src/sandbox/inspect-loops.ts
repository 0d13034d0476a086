/// <reference lib="webworker" />

import { queueMacrotask } from "../async-primitives/loop/macrotask.ts";
import { TraceRecorder } from "../trace/trace-recorder.ts";
import type { RunInspection, RunInspectionOptions } from "./run-inspection.ts";
import { SpeedClock } from "./speed-clock.ts";
import { StackReader } from "./stack-reader.ts";
import { Stepper } from "./stepper.ts";
import { tellTimeOf } from "./tell-time-of.ts";
import { TraceOutbox } from "./trace-outbox.ts";

// Kept before the reader's code can replace them.
const host = {
  now: performance.now.bind(performance),
  setTimeout: self.setTimeout.bind(self),
  clearTimeout: self.clearTimeout.bind(self),
  queueMicrotask: self.queueMicrotask.bind(self),
};

/** Records what the loops of the program do, and drives them, from before the program begins. */
export function inspect(options: RunInspectionOptions): RunInspection {
  const { run, recording, library, modules, pendingWork, report } = options;
  const { keepAlive } = pendingWork;
  const outbox = new TraceOutbox({
    now: host.now,
    later: (callback, delay) => void host.setTimeout(callback, delay),
    send: (events, dropped) => report({ type: "trace", run, events, dropped }),
  });
  const clock = new SpeedClock({ now: host.now, later, keepAlive });
  const start = clock.time();
  const stackReader = new StackReader(modules);
  const recorder = new TraceRecorder({
    now: () => clock.time() - start,
    captureFrames: () => (outbox.isFull ? [] : stackReader.here()),
    add: (event) => outbox.add(event),
  });
  const flushSoon = () => soon(() => outbox.flush());
  const stepper = new Stepper(clock, {
    keepAlive,
    onHeld: flushSoon,
    onStepped: flushSoon,
    onPaused: (paused) =>
      soon(() => {
        outbox.flush();
        report({ type: "paused", run, paused });
      }),
  });
  library.inspector = {
    gate: stepper,
    clock,
    onLoop: (loop) => {
      recorder.observe(loop);
      loop.observe((event) => stepper.noteEvent(event));
      stepper.noteLoop();
    },
  };
  tellTimeOf(clock);
  stepper.handleCommand({ type: "speed", speed: recording.speed });
  if (recording.paused) {
    stepper.handleCommand({ type: "pause" });
  }
  return {
    handleCommand: (command) => stepper.handleCommand(command),
    noteOutput: (line, text) => {
      recorder.output(line, text);
      stepper.noteOutput();
    },
    // No loop has to do with what fails outside of it.
    noteModuleFailed: () => {},
    noteUnhandled: () => {},
    flush: () => outbox.flush(),
  };
}

/** When what is said about the callback that has just ended has been said. */
function soon(callback: () => void): void {
  host.queueMicrotask(callback);
}

function later(callback: () => void, delay: number): () => void {
  if (delay <= 0) {
    return queueMacrotask(callback);
  }
  const timeout = host.setTimeout(callback, delay);
  return () => host.clearTimeout(timeout);
}
