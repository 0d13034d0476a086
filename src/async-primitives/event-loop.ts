import type { Awaitable, Coroutine } from "./coroutine.ts";
import { checkType } from "./errors/check-type.ts";
import { CancelledError, RuntimeError } from "./errors/errors.ts";
import { defaultExecutor, type Executor } from "./executor.ts";
import { Future } from "./futures/future.ts";
import type { Failure } from "./futures/unretrieved-exception.ts";
import { type Clock, HostClock } from "./loop/clock.ts";
import {
  type ExceptionContext,
  type ExceptionHandler,
  handleException,
  printException,
} from "./loop/exception-handler.ts";
import { type Callback, Handle, type Runnable, TimerHandle } from "./loop/handle.ts";
import { inspection, type Pace } from "./loop/inspector.ts";
import { type Cancel, inNextHostTurn } from "./loop/macrotask.ts";
import { checkNoneRuns, enterLoop } from "./loop/running-loop.ts";
import { TimerHeap } from "./loop/timer-heap.ts";
import type { LoopEvent, LoopObserver } from "./observer.ts";
import { Deque } from "./structures/deque.ts";
import { TaskList } from "./structures/linked-list.ts";
import { ensureFuture } from "./tasks/ensure-future.ts";
import { Task, type TaskOptions } from "./tasks/task.ts";

/** For how long the loop keeps the thread before it lets the host have a turn, in milliseconds. */
const TURN_MS = 5;

/** How many callbacks run between two looks at the clock. */
const FEW = 16;

/** Timers that are due within this many seconds count as due now. */
const CLOCK_RESOLUTION = 1e-9;

const StackTraces = Error as { stackTraceLimit?: number | undefined };

/** What a loop is made with. */
export interface EventLoopOptions {
  /** Where time comes from; the machine's clock if left out. */
  clock?: Clock | undefined;
  /** Reports slow callbacks, and lets every CancelledError carry a stack. */
  debug?: boolean | undefined;
}

/** Makes the tasks of a loop. */
export type TaskFactory = <T>(loop: EventLoop, coroutine: Coroutine<T>, options: TaskOptions) => Task<T>;

/**
 * Runs callbacks, one after the other: those that are ready in the order in which they became so, timers when
 * they are due. Tasks are built on that, since a step of a task is a callback.
 *
 * The loop shares its thread with the host. It runs iterations while there is something to do, for about 5 ms,
 * then gives the host a turn; when there is nothing to do it sleeps until a timer or the host wakes it.
 *
 * @see Python's `asyncio.loop`
 * @example
 * const loop = new EventLoop({ clock: new VirtualClock() });
 * loop.callSoon(console.log, "at once"); // at once
 * loop.callLater(1, console.log, "after a second"); // after a second
 * loop.callLater(2, () => loop.stop());
 * await loop.runForever();
 * loop.close();
 */
export class EventLoop {
  /** Whether slow callbacks are reported, and every CancelledError carries a stack. */
  debug: boolean;
  /** In debug mode, how long a callback may take before it is reported, in seconds. */
  slowCallbackDuration = 0.1;

  /** @internal Its tasks that are not done. */
  readonly tasks = new TaskList();
  /** @internal The exceptions of its futures that nobody has looked at. */
  readonly unretrieved = new Set<Failure>();
  /** @internal Those of its asynchronous generators that were begun and are not at their end, if there were any. */
  asyncgens: { shutdown(): Coroutine<void> } | undefined;
  /** @internal Whether there is anybody to report to. */
  observed = false;
  /** @internal What it holds of the host: sockets, child processes, workers. They end with the loop. */
  readonly resources = new Set<{ release(): void }>();

  readonly #inThisLoop = { loop: this };
  readonly #clock: Clock;
  readonly #pace: Pace | undefined;
  readonly #ready = new Deque<Runnable>();
  readonly #timers = new TimerHeap();
  /** How many of those that are ready the iteration has yet to run. */
  #left = 0;
  readonly #observers = new Set<LoopObserver>();
  #exceptionHandler: ExceptionHandler | undefined;
  #taskFactory: TaskFactory | undefined;
  #executor: Executor | undefined;
  #running = false;
  #stopping = false;
  #closed = false;
  #onStopped: () => void = () => {};
  /** Takes back the request for the next turn, while the host has the thread. */
  #cancelNextTurn: Cancel | undefined;
  /** Whether the next turn was asked for as soon as possible, not for when a timer is due. */
  #turnIsSoon = false;

  constructor({ clock, debug = false }: EventLoopOptions = {}) {
    const { inspector } = inspection;
    this.#clock = clock ?? inspector?.clock ?? new HostClock();
    this.#pace = inspector?.pace;
    this.debug = debug;
    inspector?.onLoop(this);
  }

  /** The time of the loop's clock, in seconds since some fixed moment. */
  time(): number {
    return this.#clock.time();
  }

  /**
   * Calls a function in the next iteration, after those that are ready already.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle {
    const handle = new Handle(this, callback as Callback, args);
    this.schedule(handle);
    return handle;
  }

  /**
   * Calls a function after a delay in seconds.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callLater<A extends unknown[]>(delay: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    checkType(delay, "number", "callLater() takes its delay in seconds, a number");
    return this.#setTimer(this.time() + delay, callback as Callback, args);
  }

  /**
   * Calls a function at a moment, in seconds of `loop.time()`.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callAt<A extends unknown[]>(when: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    checkType(when, "number", "callAt() takes its moment in seconds, a number");
    return this.#setTimer(when, callback as Callback, args);
  }

  /** A future that belongs to this loop. */
  createFuture<T>(): Future<T> {
    return new Future<T>(this.#inThisLoop);
  }

  /**
   * Starts a coroutine: it takes its first step in the next iteration.
   *
   * @throws RuntimeError when the loop is closed.
   * @throws TypeError when it is not given a coroutine.
   */
  createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    this.#checkOpen();
    if (this.#taskFactory !== undefined) return this.#taskFactory(this, coroutine, options ?? {});
    return new Task(
      coroutine,
      options === undefined ? this.#inThisLoop : { ...options, ...this.#inThisLoop },
    );
  }

  /**
   * Has an executor call a function; without one, the loop's own, which ends with the loop. When the future is
   * cancelled, the function is not called if no worker has begun it; if one has, its result is dropped.
   *
   * @throws RuntimeError when the loop or the executor is closed.
   * @throws TypeError when the function cannot be sent to the executor.
   */
  runInExecutor<A extends unknown[], T>(
    executor: Executor | undefined,
    work: (...args: A) => T,
    ...args: A
  ): Future<Awaited<T>> {
    this.#checkOpen();
    if (executor === undefined && this.#executor === undefined)
      this.setDefaultExecutor(defaultExecutor.create());
    return ((executor ?? this.#executor) as Executor)
      .submit(work, ...args)
      .wrap(this)
      .standsFor("runInExecutor");
  }

  /** Sets the executor that `runInExecutor(undefined, ...)` uses. It is shut down when the loop closes. */
  setDefaultExecutor(executor: Executor): void {
    this.#executor = executor;
    this.resources.add({ release: () => void executor.shutdown() });
  }

  /** Has a function of yours make the tasks. Undefined brings the usual way back. */
  setTaskFactory(factory: TaskFactory | undefined): void {
    if (factory !== undefined) checkType(factory, "function", "setTaskFactory() takes a function");
    this.#taskFactory = factory;
  }

  /** The function that makes the tasks; undefined if that is left to the loop. */
  getTaskFactory(): TaskFactory | undefined {
    return this.#taskFactory;
  }

  /**
   * Runs the loop until a future is done, or a coroutine, which it makes a task. Answers with the result.
   *
   * @throws RuntimeError when the loop is closed, when it or another loop is running, or (as a rejection) when
   *   it was stopped before the future was done.
   */
  runUntilComplete<T>(awaitable: Awaitable<T>): Promise<T> {
    return this.runUntilDone(awaitable).then(([result]) => result);
  }

  /**
   * @internal Answers with the result in a list of one: a promise would wait for a result that can be awaited, in
   * vain if it is a task of this loop, which does not run any more.
   */
  runUntilDone<T>(awaitable: Awaitable<T>): Promise<[T]> {
    this.#checkCanRun();
    const future = ensureFuture(awaitable, { loop: this });
    const stop = () => this.stop();
    future.addDoneCallback(stop);
    return this.runForever().then(() => {
      future.removeDoneCallback(stop);
      if (!future.done()) throw new RuntimeError("The event loop was stopped before the future was done");
      return [future.result()];
    });
  }

  /**
   * Runs the loop until `stop()` is called.
   *
   * @throws RuntimeError when the loop is closed, or when it or another loop is running.
   */
  runForever(): Promise<void> {
    this.#checkCanRun();
    this.#running = true;
    return new Promise((resolve) => {
      this.#onStopped = resolve;
      this.#takeTurn();
    });
  }

  /** Stops the loop at the end of the iteration: what is ready by now still runs. */
  stop(): void {
    this.#stopping = true;
    this.#wakeUp();
  }

  /**
   * Closes the asynchronous generators that were begun and are not at their end, as the end of a run does. One that
   * fails is reported to the exception handler.
   */
  *shutdownAsyncgens(): Coroutine<void> {
    if (this.asyncgens !== undefined) yield* this.asyncgens.shutdown();
  }

  /**
   * Drops what is still scheduled, for good. Does nothing when it is already closed.
   *
   * @throws RuntimeError when the loop is running.
   */
  close(): void {
    if (this.#running) throw new RuntimeError("Cannot close a running event loop: stop() it and wait first");
    if (this.#closed) return;
    this.#closed = true;
    this.#ready.clear();
    this.#timers.clear();
    for (const failure of this.unretrieved) failure.report();
    for (const resource of this.resources) resource.release();
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

  /** Sets who is told of errors that nobody can catch. Undefined brings back the default, `console.error`. */
  setExceptionHandler(handler: ExceptionHandler | undefined): void {
    if (handler !== undefined) checkType(handler, "function", "setExceptionHandler() takes a function");
    this.#exceptionHandler = handler;
  }

  /** Who is told of errors that nobody can catch; undefined if that is the default. */
  getExceptionHandler(): ExceptionHandler | undefined {
    return this.#exceptionHandler;
  }

  /** Prints an error that nobody can catch. For a subclass to override. */
  defaultExceptionHandler(context: ExceptionContext): void {
    printException(context);
  }

  /** Tells the exception handler of an error that nobody can catch. */
  callExceptionHandler(context: ExceptionContext): void {
    handleException(this, this.#exceptionHandler, context);
  }

  /**
   * Reports to an observer what tasks, futures and timers do, as it happens. Costs nothing while nobody observes.
   *
   * @returns A function that ends it.
   * @example
   * await run(
   *   (function* (): Coroutine<void> {
   *     const stop = getRunningLoop().observe((event) => {
   *       if (event.kind === "task done") console.log(`${event.task.getName()} is done`); // tea is done
   *     });
   *     yield* createTask(sleep(1), { name: "tea" });
   *     stop();
   *   })(),
   * );
   */
  observe(observer: LoopObserver): () => void {
    checkType(observer, "function", "observe() takes a function");
    this.#observers.add(observer);
    this.observed = true;
    return () => {
      this.#observers.delete(observer);
      this.observed = this.#observers.size > 0;
    };
  }

  /** @internal */
  report(event: LoopEvent): void {
    for (const observer of this.#observers) {
      try {
        observer(event);
      } catch (exception) {
        this.callExceptionHandler({ message: `Exception in an observer, at '${event.kind}'`, exception });
      }
    }
  }

  /** @internal */
  schedule(runnable: Runnable): void {
    this.#checkOpen();
    this.#ready.push(runnable);
    if (this.observed) this.report({ kind: "queued", runnable });
    this.#wakeUp();
  }

  /** @internal */
  timerCancelled(timer: TimerHandle): void {
    this.#timers.noteCancelled();
    if (this.observed) this.report({ kind: "timer cancelled", timer });
  }

  /** @internal Capturing the stack makes a cancellation four times as slow, so that only debug mode has it. */
  makeCancelledError(message: string | undefined): CancelledError {
    if (this.debug) return new CancelledError(message);
    const limit = StackTraces.stackTraceLimit;
    StackTraces.stackTraceLimit = 0;
    const error = new CancelledError(message);
    StackTraces.stackTraceLimit = limit;
    return error;
  }

  /** One turn of the host that belongs to the loop. */
  #takeTurn(): void {
    this.#cancelNextTurn = undefined;
    this.#turnIsSoon = true;
    const previous = enterLoop(this);
    try {
      const end = performance.now() + TURN_MS;
      do {
        if (this.#left === 0) this.#beginIteration();
        if (this.#pace?.holds()) break;
        this.#runSome();
      } while (!this.#isDone() && performance.now() < end);
    } finally {
      enterLoop(previous);
    }
    for (const failure of this.unretrieved) failure.watch();
    this.#turnIsSoon = false;
    if (this.#stopping && this.#left === 0) this.#finish();
    else this.#waitForTurn();
  }

  /** Whether the iteration has come to its end, and there is no next one yet. */
  #isDone(): boolean {
    return this.#left === 0 && (this.#stopping || this.#ready.size === 0);
  }

  /** Timers that are due become ready; what is ready then belongs to this iteration, what comes later to the next. */
  #beginIteration(): void {
    let timer = this.#timers.next();
    if (timer !== undefined) {
      const due = this.time() + CLOCK_RESOLUTION;
      while (timer !== undefined && timer.deadline < due) {
        this.#timers.pop();
        if (this.observed) this.report({ kind: "timer fired", timer });
        this.#ready.push(timer);
        timer = this.#timers.next();
      }
    }
    this.#left = this.#ready.size;
  }

  /** A few at a time, since an iteration of a hundred thousand would keep the host waiting. */
  #runSome(): void {
    for (let few = Math.min(this.#left, this.#pace === undefined ? FEW : 1); few > 0; few--) {
      this.#left--;
      const runnable = this.#ready.shift() as Runnable;
      try {
        if (this.debug) this.#runTimed(runnable);
        else runnable.run();
      } catch (exception) {
        this.#reportCallback(runnable, exception);
      }
    }
  }

  #runTimed(runnable: Runnable): void {
    const description = String(runnable);
    const start = this.time();
    try {
      runnable.run();
    } finally {
      const duration = this.time() - start;
      if (duration >= this.slowCallbackDuration) {
        console.warn(`Executing ${description} took ${duration.toFixed(3)} seconds`);
      }
    }
  }

  #reportCallback(runnable: Runnable, exception: unknown): void {
    const about = runnable instanceof Handle ? { handle: runnable } : {};
    this.callExceptionHandler({ message: `Exception in callback ${runnable}`, exception, ...about });
  }

  #setTimer(when: number, callback: Callback, args: readonly unknown[]): TimerHandle {
    this.#checkOpen();
    const timer = new TimerHandle(when, this, callback, args);
    this.#timers.push(timer);
    if (this.observed) this.report({ kind: "timer set", timer });
    this.#wakeUp();
    return timer;
  }

  #waitForTurn(): void {
    const turn = () => this.#takeTurn();
    this.#turnIsSoon = this.#ready.size > 0;
    if (this.#turnIsSoon) {
      this.#cancelNextTurn = this.#pace?.holds() ? this.#pace.whenReleased(turn) : inNextHostTurn(turn);
    } else {
      const timer = this.#timers.next();
      if (timer !== undefined) this.#cancelNextTurn = this.#clock.wakeAt(timer.deadline, turn);
    }
  }

  /** The host has scheduled something while the loop was asleep, or is about to sleep too long. */
  #wakeUp(): void {
    if (!this.#running || this.#turnIsSoon) return;
    this.#cancelNextTurn?.();
    this.#turnIsSoon = true;
    this.#cancelNextTurn = inNextHostTurn(() => this.#takeTurn());
  }

  #finish(): void {
    this.#stopping = false;
    this.#running = false;
    this.#onStopped();
  }

  #checkOpen(): void {
    if (this.#closed)
      throw new RuntimeError("The event loop is closed: nothing can be scheduled on it any more");
  }

  #checkCanRun(): void {
    this.#checkOpen();
    if (this.#running) throw new RuntimeError("This event loop is already running");
    checkNoneRuns();
  }
}
