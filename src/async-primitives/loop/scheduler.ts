import { attached, runInStores, storesHere } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import { RuntimeError } from "../errors/errors.ts";
import { Deque } from "../structures/deque.ts";
import { type Linked, LinkedList } from "../structures/linked-list.ts";
import type { Clock } from "./clock.ts";
import type { ErrorReport } from "./exception-handler.ts";
import { guard } from "./guard.ts";
import { type Callback, checkCallback, Handle, TimerHandle } from "./handle.ts";
import type { Gate } from "./inspector.ts";
import { type Cancel, queueMacrotask } from "./macrotask.ts";
import type { Report } from "./report.ts";
import type { Runnable, Stores } from "./runnable.ts";
import { TimerHeap } from "./timer-heap.ts";

/** For how long the loop keeps the thread before it lets the host have a turn, in milliseconds. */
const turnMs = 5;

/** How many callbacks run between two looks at the clock. */
const callbacksBetweenLooks = 16;

/** Timers that are due within this many seconds count as due now. */
const clockResolution = 1e-9;

/** What a scheduler reports to those who observe it. */
export type SchedulerEvent =
  /** Joins the end of the ready queue: a callback, or the next step of a task. */
  | { readonly kind: "queued"; readonly runnable: Runnable }
  | { readonly kind: "timer set"; readonly timer: TimerHandle }
  | { readonly kind: "timer fired"; readonly timer: TimerHandle }
  | { readonly kind: "timer cancelled"; readonly timer: TimerHandle };

/**
 * Runs callbacks, one after the other: those that are ready in the order in which they became so, timers when
 * they are due. It knows neither futures nor tasks; both are built on it, and `EventLoop` is asyncio's face of it.
 *
 * It shares its thread with the host. It runs iterations while there is something to do, for about 5 ms, then
 * gives the host a turn; when there is nothing to do it sleeps until a timer or the host wakes it.
 *
 * @group Loop and clock
 * @see Python's `asyncio.AbstractEventLoop`
 */
export abstract class Scheduler implements Runnable {
  /** Whether slow callbacks are reported, and every CancelledError carries a stack. */
  debug: boolean;
  /** In debug mode, how long a callback may take before it is reported, in seconds. */
  slowCallbackDuration = 0.1;

  /** @internal The tasks on it that are not done. */
  readonly tasks = new LinkedList<Linked>();
  /** @internal The exceptions that nobody has looked at. */
  readonly unretrieved = new Set<{ watch(): void; report(): void }>();
  /** @internal Its asynchronous generators that were begun and are not at their end, if there were any. */
  asyncgens: { shutdown(): Coroutine<void> } | undefined;
  /** @internal Tells those who observe it; undefined while nobody does. */
  report: Report | undefined;
  /** @internal What it holds of the host: sockets, child processes, workers. They end with the loop. */
  readonly resources = new Set<{ release(): unknown }>();

  /** @internal The stores with which it was run: it takes its turns in them, not in those of whoever wakes it. */
  stores: Stores | undefined;

  readonly #report: Report = (event) => {
    for (const observer of this.#observers) {
      guard(
        () => observer(event as never),
        (exception) =>
          this.callExceptionHandler({ message: `Exception in an observer, at '${event.kind}'`, exception }),
      );
    }
  };
  readonly #takeTurn = (): void => runInStores(this);
  readonly #clock: Clock;
  readonly #gate: Gate | undefined;
  #ready = new Deque<Runnable>();
  #timers = new TimerHeap();
  /** How many of those that are ready the iteration has yet to run. */
  #left = 0;
  readonly #observers = new Set<(event: never) => unknown>();
  #running = false;
  #stopping = false;
  #closed = false;
  #onStopped: (failure?: Promise<never>) => void = () => {};
  /** Takes back the request for the next turn, while the host has the thread. */
  #cancelNextTurn: Cancel | undefined;
  /** Whether the next turn was asked for as soon as possible, not for when a timer is due. */
  #turnIsSoon = false;

  /** @internal */
  constructor(clock: Clock, debug: boolean, gate: Gate | undefined) {
    this.#clock = clock;
    this.#gate = gate;
    this.debug = debug;
  }

  /** A future of the loop's own kind. */
  abstract createFuture(): unknown;

  /** Starts a coroutine in the loop's own way. */
  abstract createTask(coroutine: unknown, options?: unknown): unknown;

  /** Tells the exception handler of an error that nobody can catch. */
  abstract callExceptionHandler(report: ErrorReport): void;

  /** The time of the loop's clock, in seconds since some fixed moment. */
  time(): number {
    return attached(this).#clock.time();
  }

  /**
   * Calls a function in the next iteration, after those that are ready already.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle {
    checkCallback(callback);
    const handle = new Handle(this, callback as Callback, args);
    attached(this).schedule(handle);
    return handle;
  }

  /**
   * Calls a function after a delay in seconds.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callLater<A extends unknown[]>(delay: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    checkType(delay, "number", "callLater() takes its delay in seconds");
    return attached(this).#setTimer(this.time() + delay, callback as Callback, args);
  }

  /**
   * Calls a function at a moment, in seconds of `loop.time()`.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callAt<A extends unknown[]>(when: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    checkType(when, "number", "callAt() takes its moment in seconds");
    return attached(this).#setTimer(when, callback as Callback, args);
  }

  /**
   * Runs the loop until `stop()` is called.
   *
   * @throws RuntimeError when the loop is closed, or when it or another loop is running.
   */
  runForever(): Promise<void> {
    attached(this).checkCanRun();
    this.#running = true;
    this.stores = storesHere();
    return new Promise((resolve) => {
      this.#onStopped = resolve;
      this.#takeTurn();
    });
  }

  /** Stops the loop at the end of the iteration: what is ready by now still runs. */
  stop(): void {
    attached(this).#stopping = true;
    this.#wakeUp();
  }

  /**
   * Drops what is still scheduled, for good. Does nothing when it is already closed.
   *
   * @throws RuntimeError when the loop is running.
   */
  close(): void {
    if (attached(this).#closed) {
      return;
    }
    this.checkIdle();
    this.#closed = true;
    this.#ready = new Deque();
    this.#timers = new TimerHeap();
    for (const task of this.tasks) {
      this.callExceptionHandler({ message: "Task was destroyed but it is pending!", task });
    }
    for (const exception of this.unretrieved) {
      exception.report();
    }
    for (const resource of this.resources) {
      guard(
        () => resource.release(),
        (exception) => this.callExceptionHandler({ message: "Exception in close()", exception }),
      );
    }
    this.resources.clear();
  }

  /** Whether it was started and has not stopped; true also while the host has the thread. */
  isRunning(): boolean {
    return this.#running;
  }

  /** Whether it was closed: nothing can be scheduled on it any more. */
  isClosed(): boolean {
    return this.#closed;
  }

  /** @internal Tells an observer of every event from now on. The answer ends it. */
  addObserver(observer: (event: never) => unknown): () => void {
    checkCallback(observer);
    this.#observers.add(observer);
    this.report = this.#report;
    return () => {
      this.#observers.delete(observer);
      if (this.#observers.size === 0) {
        this.report = undefined;
      }
    };
  }

  /** @internal */
  schedule(runnable: Runnable): void {
    this.checkOpen();
    this.#ready.push(runnable);
    this.report?.<SchedulerEvent>({ kind: "queued", runnable });
    this.#wakeUp();
  }

  /** @internal */
  timerCancelled(timer: TimerHandle): void {
    this.#timers.noteCancelled();
    this.report?.<SchedulerEvent>({ kind: "timer cancelled", timer });
  }

  /** @internal */
  callbackFailed(handle: Runnable, exception: unknown): void {
    this.callExceptionHandler({ message: `Exception in callback ${handle}`, exception, handle });
  }

  /** @internal */
  checkOpen(): void {
    if (this.#closed) {
      throw new RuntimeError("The event loop is closed: make another one");
    }
  }

  /** @internal */
  checkCanRun(): void {
    this.checkIdle();
    checkNoneRuns();
  }

  /** @internal */
  checkIdle(): void {
    this.checkOpen();
    if (this.#running) {
      throw new RuntimeError("The event loop is already running: wait until it has stopped");
    }
  }

  /** @internal One turn of the host that belongs to the loop. */
  run(): void {
    this.#cancelNextTurn = undefined;
    this.#turnIsSoon = true;
    const previous = enter(this);
    try {
      const end = performance.now() + turnMs;
      do {
        if (this.#left === 0) {
          this.#beginIteration();
        }
        if (this.#gate?.holds()) {
          break;
        }
        this.#runSome();
      } while (!this.#isDone() && performance.now() < end);
      for (const exception of this.unretrieved) {
        exception.watch();
      }
      if (this.#stopping && this.#left === 0) {
        this.#finish();
      } else {
        this.#waitForTurn();
      }
    } catch (exception) {
      // The clock may be the program's own.
      this.#finish(Promise.reject(exception));
    } finally {
      enter(previous);
    }
  }

  /** Whether the iteration has come to its end, and there is no next one yet. */
  #isDone(): boolean {
    return this.#left === 0 && (this.#stopping || this.#ready.size === 0);
  }

  /** Timers that are due become ready; what is ready then belongs to this iteration, what comes later to the next. */
  #beginIteration(): void {
    let timer = this.#timers.next();
    if (timer !== undefined) {
      const now = this.time();
      // A clock that has run for months takes larger steps than this.
      const due = now + clockResolution;
      while (timer !== undefined && (timer.deadline < due || timer.deadline <= now)) {
        this.#timers.pop();
        this.report?.<SchedulerEvent>({ kind: "timer fired", timer });
        this.#ready.push(timer);
        timer = this.#timers.next();
      }
    }
    this.#left = this.#ready.size;
  }

  /** Not all of an iteration at once, since one of a hundred thousand would keep the host waiting. */
  #runSome(): void {
    for (let some = this.#gate?.steps ? 1 : callbacksBetweenLooks; some > 0 && this.#left > 0; some--) {
      this.#left--;
      const runnable = this.#ready.shift() as Runnable;
      try {
        if (this.debug) {
          this.#runTimed(runnable);
        } else {
          runInStores(runnable);
        }
      } catch (exception) {
        this.callbackFailed(runnable, exception);
      }
    }
  }

  #runTimed(runnable: Runnable): void {
    const description = String(runnable);
    const start = this.time();
    try {
      runInStores(runnable);
    } finally {
      const duration = this.time() - start;
      if (duration >= this.slowCallbackDuration) {
        console.warn(`Executing ${description} took ${duration.toFixed(3)} seconds`);
      }
    }
  }

  #setTimer(when: number, callback: Callback, args: readonly unknown[]): TimerHandle {
    this.checkOpen();
    checkCallback(callback);
    const timer = new TimerHandle(when, this, callback, args);
    this.#timers.push(timer);
    this.report?.<SchedulerEvent>({ kind: "timer set", timer });
    this.#wakeUp();
    return timer;
  }

  #waitForTurn(): void {
    this.#turnIsSoon = this.#ready.size > 0;
    if (this.#turnIsSoon) {
      this.#cancelNextTurn = this.#gate?.holds()
        ? this.#gate.whenReleased(this.#takeTurn)
        : queueMacrotask(this.#takeTurn);
    } else {
      const timer = this.#timers.next();
      if (timer !== undefined) {
        this.#cancelNextTurn = this.#clock.wakeAt(timer.deadline, this.#takeTurn);
      }
    }
  }

  /** The host has scheduled something while the loop was asleep, or is about to sleep too long. */
  #wakeUp(): void {
    if (!this.#running || this.#turnIsSoon) {
      return;
    }
    this.#cancelNextTurn?.();
    this.#turnIsSoon = true;
    this.#cancelNextTurn = queueMacrotask(this.#takeTurn);
  }

  #finish(failure?: Promise<never>): void {
    this.#stopping = false;
    this.#running = false;
    this.#onStopped(failure);
  }
}

/** Which loop has the thread right now. */
let running: Scheduler | undefined;

/** Says which loop has the thread; answers with the one that had it before. */
function enter(loop: Scheduler | undefined): Scheduler | undefined {
  const previous = running;
  running = loop;
  return previous;
}

/** The loop that has the thread right now, or undefined. */
export function findRunningScheduler(): Scheduler | undefined {
  return running;
}

/** For whoever is about to run a loop: throws when one has the thread already, which would have to stand still meanwhile. */
export function checkNoneRuns(): void {
  if (running === undefined) {
    return;
  }
  throw new RuntimeError("This cannot be called inside a running event loop: wait for it with `yield*`");
}

/**
 * The loop that runs the current coroutine or callback, for what an event loop is built of. Programs call
 * `getRunningLoop()`.
 *
 * @throws RuntimeError when no loop has the thread.
 */
export function getRunningScheduler(): Scheduler {
  if (running === undefined) {
    throw new RuntimeError(
      "No running event loop: call this in a coroutine, started with `await run(main())`",
    );
  }
  return running;
}
