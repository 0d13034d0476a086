/// <reference lib="webworker" />

import type { inspection } from "../async-primitives/event-loop.ts";
import { queueMacrotask } from "../async-primitives/loop/macrotask.ts";
import type { Pace } from "../trace/trace.ts";
import { TraceRecorder } from "../trace/trace-recorder.ts";
import { type LinkedModules, readStack } from "./describe-error.ts";
import type { PendingWork } from "./pending-work.ts";
import type { Recording, Report, StackFrame } from "./protocol.ts";
import { PacedClock } from "./speed-clock.ts";
import { PaceControl } from "./stepper.ts";
import { TraceOutbox } from "./trace-outbox.ts";

/** What the worker does with a program whose loops are inspected. */
export interface Inspection {
  obey(pace: Pace): void;
  /** Something was printed, as the line of that number. */
  noteOutput(line: number, text: string): void;
  /** Sends what has been recorded and not been sent. */
  flush(): void;
}

export interface InspectionOptions {
  readonly run: number;
  readonly recording: Recording;
  readonly library: typeof inspection;
  readonly modules: LinkedModules;
  readonly pendingWork: PendingWork;
  readonly report: (report: Report) => void;
}

// Kept before the reader's code can replace them.
const host = {
  now: performance.now.bind(performance),
  setTimeout: self.setTimeout.bind(self),
  clearTimeout: self.clearTimeout.bind(self),
  queueMicrotask: self.queueMicrotask.bind(self),
};
const HostError = Error as ErrorConstructor & { stackTraceLimit?: number };

/** A stack has the library's own frames on top, and one for each coroutine that waits for another. */
const deepStack = 60;

/** Records what the loops of the program do, and drives them, from before the program begins. */
export function inspectLoops(options: InspectionOptions): Inspection {
  const { run, recording, library, modules, pendingWork, report } = options;
  const keepAlive = () => pendingWork.keepAlive();
  const outbox = new TraceOutbox({
    now: host.now,
    later: (callback, delay) => void host.setTimeout(callback, delay),
    send: (events, dropped) => report({ type: "trace", run, events, dropped }),
  });
  const clock = new PacedClock({ now: host.now, later, keepAlive });
  const start = clock.time();
  const places = new StackReader(modules);
  const recorder = new TraceRecorder({
    now: () => clock.time() - start,
    placesHere: () => (outbox.isFull ? [] : places.here()),
    add: (event) => outbox.add(event),
  });
  const flushSoon = () => soon(() => outbox.flush());
  const control = new PaceControl(clock, {
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
    gate: control,
    clock,
    onLoop: (loop) => {
      recorder.observe(loop);
      loop.observe((event) => control.noteEvent(event));
      control.noteLoop();
    },
  };
  tellTimeOf(clock);
  control.obey({ type: "speed", speed: recording.speed });
  if (recording.paused) {
    control.obey({ type: "pause" });
  }
  return {
    obey: (pace) => control.obey(pace),
    noteOutput: (line, text) => {
      recorder.output(line, text);
      control.noteOutput();
    },
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

/** A program that measures how long it took must not see that the reader has paused it. */
function tellTimeOf(clock: PacedClock): void {
  const epoch = Date.now() - host.now();
  performance.now = () => clock.time() * 1000;
  Date.now = () => Math.floor(epoch + clock.time() * 1000);
}

/** Many tasks wait at the same place: each stack is read once. */
class StackReader {
  readonly #modules: LinkedModules;
  readonly #known = new Map<string, readonly StackFrame[]>();

  constructor(modules: LinkedModules) {
    this.#modules = modules;
  }

  /** The places in the reader's own files, the innermost first. */
  here(): readonly StackFrame[] {
    const stack = captureStack();
    let places = this.#known.get(stack);
    if (places === undefined) {
      places = readStack(onlyRunning(stack), this.#modules).filter(({ path }) => path.endsWith(".ts"));
      if (this.#known.size >= 1_000) {
        this.#known.clear();
      }
      this.#known.set(stack, places);
    }
    return places;
  }
}

/** Chromium goes on with those who wait for a promise, and are not on the stack. */
function onlyRunning(stack: string): string {
  return stack.replaceAll(/^\s*at async .*$/gm, "");
}

function captureStack(): string {
  const limit = HostError.stackTraceLimit;
  try {
    HostError.stackTraceLimit = deepStack;
    return String(new HostError().stack);
  } catch {
    // The program may have put something of its own in the place of what formats a stack.
    return "";
  } finally {
    HostError.stackTraceLimit = limit as number;
  }
}
