import type { EventLoop, LoopEvent, LoopObserver } from "../../async-primitives/index.ts";
import { TraceOutbox } from "../../sandbox/trace-outbox.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { TraceRecorder } from "../../trace/trace-recorder.ts";
import type { AwaitedNames } from "./future-names.ts";
import { type Holdable, isHoldable, type LockHolders } from "./lock-holders.ts";
import { presentState } from "./present-state.ts";

export interface RecordingHost {
  /** Seconds since the recording began, for what happens outside of loops. */
  now(): number;
  /** Milliseconds. */
  milliseconds(): number;
  later(callback: () => void): void;
  send(events: readonly TraceEvent[]): void;
  /** There is no room for more. Called once, between two callbacks of the loop. */
  onFull(): void;
}

/** Finds the frames of the program on the stack, the innermost first. */
export interface FrameFinder {
  here(): readonly StackFrame[];
}

/** Of so many waits it is looked up where they are; each stack costs some ten microseconds. */
const lookedUp = 20_000;
/** After that, of one in so many: a program that switches tasks without end must not spend its time on stacks. */
const lookedUpOneIn = 16;

/** Tells of all that loops do, from now until it ends or is full. */
export class Recording {
  readonly #host: RecordingHost;
  readonly #frames: FrameFinder;
  readonly #things: AwaitedNames;
  readonly #locks: LockHolders;
  /** Those for which somebody has waited. */
  readonly #awaited = new WeakSet<Holdable>();
  readonly #outbox: TraceOutbox;
  readonly #recorder: TraceRecorder;
  readonly #stops: (() => void)[] = [];
  #isCatchingUp = false;
  #isWait = false;
  #waits = 0;
  #saidFull = false;

  constructor(host: RecordingHost, frames: FrameFinder, things: AwaitedNames, locks: LockHolders) {
    this.#host = host;
    this.#frames = frames;
    this.#things = things;
    this.#locks = locks;
    this.#outbox = new TraceOutbox({
      now: () => host.milliseconds(),
      later: (callback) => host.later(callback),
      send: (events) => {
        // What comes after the last event that fits is only counted.
        if (events.length > 0) {
          host.send(events);
        }
      },
    });
    this.#recorder = new TraceRecorder({
      now: () => host.now(),
      captureFrames: () => this.#captureFrames(),
      detailOf: (task, on) => this.#things.detailOf(task, on),
      add: (event) => this.#add(event),
    });
  }

  /** @param alsoTold Is told of each event as well, before it is recorded. */
  observe(loop: EventLoop, alsoTold: LoopObserver): void {
    let tell: LoopObserver = () => {};
    this.#stops.push(
      loop.observe((event) => {
        this.#isWait = event.kind === "wait reached";
        alsoTold(event);
      }),
    );
    this.#recorder.observe({
      time: () => loop.time(),
      observe: (observer) => {
        tell = (event) => {
          observer(event);
          this.#noteLock(event);
        };
        const stop = loop.observe(tell);
        this.#stops.push(stop);
        return stop;
      },
    });
    this.#catchUp(loop, tell);
  }

  /** Others hold a lock than before: it is told if somebody has waited for it. */
  lockChanged(lock: Holdable): void {
    if (this.#awaited.has(lock)) {
      this.#recorder.lockHeld(lock, this.#locks.of(lock));
    }
  }

  /** Something was printed. */
  output(line: number, text: string): void {
    this.#recorder.output(line, text);
  }

  flush(): void {
    this.#outbox.flush();
  }

  end(): void {
    for (const stop of this.#stops) {
      stop();
    }
    this.flush();
  }

  #catchUp(loop: EventLoop, tell: (event: LoopEvent) => void): void {
    this.#isCatchingUp = true;
    for (const event of presentState(loop, this.#things)) {
      tell(event);
    }
    this.#isCatchingUp = false;
  }

  #noteLock(event: LoopEvent): void {
    if (event.kind === "future named" && isHoldable(event.of)) {
      this.#recorder.lockAwaited(event.of, event.future);
      if (!this.#awaited.has(event.of)) {
        this.#awaited.add(event.of);
        this.lockChanged(event.of);
      }
    }
  }

  /** A task that was there before anybody looked has no stack, but it is the program's. */
  #captureFrames(): readonly StackFrame[] {
    if (this.#isCatchingUp) {
      return [{ caller: "", path: "", line: 0, column: 0 }];
    }
    if (this.#outbox.isFull) {
      return [];
    }
    if (this.#isWait && ++this.#waits > lookedUp && this.#waits % lookedUpOneIn !== 0) {
      return [];
    }
    return this.#frames.here();
  }

  #add(event: TraceEvent): void {
    this.#outbox.add(event);
    if (this.#outbox.isFull && !this.#saidFull) {
      this.#saidFull = true;
      queueMicrotask(() => this.#host.onFull());
    }
  }
}
