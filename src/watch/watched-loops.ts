import { EventLoop, inspection } from "../async-primitives/event-loop.ts";
import type { LoopEvent, Task } from "../async-primitives/index.ts";
import { queueMacrotask } from "../async-primitives/loop/macrotask.ts";
import { FutureNames } from "../inspect/program/future-names.ts";
import { LockHolders } from "../inspect/program/lock-holders.ts";
import { OpenLoops } from "../inspect/program/open-loops.ts";
import { Recording } from "../inspect/program/recording.ts";
import type { StepperCommand } from "../sandbox/protocol.ts";
import { SpeedClock } from "../sandbox/speed-clock.ts";
import { Stepper } from "../sandbox/stepper.ts";
import type { TraceEvent } from "../trace/trace.ts";
import { PageFrames } from "./page-frames.ts";

// Kept before a page can replace them, as tests with timers of their own do.
const milliseconds = performance.now.bind(performance);
const { setTimeout, clearTimeout } = globalThis;

/** How long events wait to be handed on together, in milliseconds. */
const batchTime = 50;

export interface LoopsHost {
  onEvents(events: readonly TraceEvent[]): void;
  onPaused(paused: boolean): void;
  /** There is no room for more: the recording has ended. */
  onFull(): void;
}

/** Records the loops that are made in this page from now on, and drives them. */
export class WatchedLoops {
  readonly #host: LoopsHost;
  readonly #frames = new PageFrames();
  readonly #names = new FutureNames();
  readonly #locks = new LockHolders();
  readonly #loops = new OpenLoops();
  readonly #clock = new SpeedClock({ now: milliseconds, later, keepAlive: () => () => {} });
  readonly #stepper: Stepper;
  readonly #stops: readonly (() => void)[];
  #recording: Recording | undefined;

  constructor(host: LoopsHost) {
    this.#host = host;
    const flush = () => queueMicrotask(() => this.#recording?.flush());
    this.#stepper = new Stepper(this.#clock, {
      keepAlive: () => () => {},
      onHeld: flush,
      onStepped: flush,
      onPaused: (paused) =>
        queueMicrotask(() => {
          this.#recording?.flush();
          host.onPaused(paused);
        }),
    });
    this.#stops = [this.#names.watch(), this.#locks.watch()];
    this.#locks.onChange = (lock) => this.#recording?.lockChanged(lock);
    inspection.inspector = {
      clock: this.#clock,
      gate: this.#stepper,
      onLoop: (loop) => this.#addLoop(loop),
    };
  }

  get isRecording(): boolean {
    return this.#recording !== undefined;
  }

  /** Whether there is a loop that could be recorded. */
  get hasLoops(): boolean {
    return [...this.#loops].some((loop) => !loop.isClosed());
  }

  /** Records from now on, beginning with the tasks that are there. */
  record(): void {
    this.#recording?.end();
    let start: number | undefined;
    const names = { nameOf: this.#names.nameOf.bind(this.#names), detailOf: () => undefined };
    const host = {
      now: () => {
        start ??= this.#clock.time();
        return this.#clock.time() - start;
      },
      milliseconds,
      later: (callback: () => void) => void setTimeout(callback, batchTime),
      send: (events: readonly TraceEvent[]) => this.#host.onEvents(events),
      onFull: () => {
        // Another one may have begun since.
        if (this.#recording === recording) {
          this.stop();
          this.#host.onFull();
        }
      },
    };
    const recording = new Recording(host, this.#frames, names, this.#locks);
    this.#recording = recording;
    for (const loop of this.#loops) {
      this.#observe(loop);
    }
  }

  /** Nobody drives what nobody sees. */
  stop(): void {
    this.#recording?.end();
    this.#recording = undefined;
    this.#stepper.handleCommand({ type: "speed", speed: 1 });
    this.#stepper.handleCommand({ type: "resume" });
  }

  drive(command: StepperCommand): void {
    if (this.isRecording) {
      this.#stepper.handleCommand(command);
    }
  }

  /** Loops that were made meanwhile go on by themselves. */
  close(): void {
    inspection.inspector = undefined;
    this.stop();
    for (const stop of this.#stops) {
      stop();
    }
    this.#loops.clear();
  }

  #addLoop(loop: EventLoop): void {
    this.#loops.add(loop);
    this.#observe(loop);
    this.#stepper.noteLoop();
  }

  #observe(loop: EventLoop): void {
    this.#recording?.observe(loop, (event) => {
      this.#stepper.noteEvent(event);
      this.#frames.isLibrarys = isEndOfRun(event);
    });
  }
}

/** Whether a task is one of those with which a run ends. */
function isEndOfRun(event: LoopEvent): boolean {
  return event.kind === "task created" && endings.some((method) => isMadeBy(event.task, method));
}

const { shutdownAsyncgens, shutdownDefaultExecutor } = EventLoop.prototype;
const endings = [shutdownAsyncgens, shutdownDefaultExecutor];

/** A generator has the `prototype` of the function that made it. */
function isMadeBy(task: Task<unknown>, method: (typeof endings)[number]): boolean {
  return Object.getPrototypeOf(task.getCoro()) === method.prototype;
}

function later(callback: () => void, delay: number): () => void {
  if (delay <= 0) {
    return queueMacrotask(callback);
  }
  const timeout = setTimeout(callback, delay);
  return () => clearTimeout(timeout);
}
