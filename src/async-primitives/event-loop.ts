import { attached, genuineClock, genuineJob, genuineReport, genuineTask, legible } from "#host";
import { type Awaitable, type Coroutine, isAwaitable } from "./coroutine.ts";
import { describe } from "./errors/describe.ts";
import { RuntimeError } from "./errors/errors.ts";
import { lookUp } from "./errors/look-up.ts";
import { defaultExecutor, type Executor } from "./executor.ts";
import { Future } from "./futures/future.ts";
import { type Clock, HostClock } from "./loop/clock.ts";
import { type ErrorReport, handleException, printException } from "./loop/exception-handler.ts";
import { checkCallback, type Handle } from "./loop/handle.ts";
import type { Inspector } from "./loop/inspector.ts";
import { getRunningScheduler, Scheduler } from "./loop/scheduler.ts";
import type { LoopObserver } from "./observer.ts";
import { ensureFuture } from "./tasks/ensure-future.ts";
import { Task, type TaskOptions } from "./tasks/task.ts";

/**
 * What a loop is made with.
 *
 * @group Loop and clock
 */
export interface EventLoopOptions {
  /** Where time comes from; the machine's clock if left out. */
  clock?: Clock | undefined;
  /** Reports slow callbacks, and lets every CancelledError carry a stack. */
  debug?: boolean | undefined;
}

/**
 * Makes the tasks of a loop.
 *
 * @group Tasks
 */
export type TaskFactory = <T>(loop: EventLoop, coroutine: Coroutine<T>, options: TaskOptions) => Task<T>;

/**
 * What an exception handler is told.
 *
 * @group Loop and clock
 */
export interface ExceptionContext extends ErrorReport {
  readonly future?: Future<unknown>;
  readonly task?: Task<unknown>;
  readonly handle?: Handle;
  readonly context?: ExceptionContext;
}

/**
 * Is told of errors that nobody can catch.
 *
 * @group Loop and clock
 */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => void;

/** Where an inspector is put in before the program begins. Not a part of the package's interface. */
export const inspection: { inspector: Inspector<EventLoop> | undefined } = { inspector: undefined };

/**
 * Runs callbacks, one after the other: those that are ready in the order in which they became so, timers when
 * they are due. Tasks are built on that, since a step of a task is a callback.
 *
 * The loop shares its thread with the host. It runs iterations while there is something to do, for about 5 ms,
 * then gives the host a turn; when there is nothing to do it sleeps until a timer or the host wakes it.
 *
 * @group Loop and clock
 * @see Python's `asyncio.loop`
 * @example
 * const loop = new EventLoop({ clock: new VirtualClock() });
 * loop.callSoon(console.log, "at once"); // at once
 * loop.callLater(1, console.log, "after a second"); // after a second
 * loop.callLater(2, () => loop.stop());
 * await loop.runForever();
 * loop.close();
 */
export class EventLoop extends Scheduler {
  readonly #inThisLoop = { loop: this };
  #exceptionHandler: ExceptionHandler | undefined;
  #taskFactory: TaskFactory | undefined;
  #executor: Executor | undefined;

  constructor(options?: EventLoopOptions) {
    const { inspector } = inspection;
    super(
      genuineClock(legible(options)?.clock ?? inspector?.clock ?? new HostClock()),
      options?.debug ?? false,
      inspector?.gate,
    );
    inspector?.onLoop(this);
  }

  /** A future that belongs to this loop. */
  override createFuture<T>(): Future<T> {
    return new Future<T>(attached(this).#inThisLoop);
  }

  /**
   * Starts a coroutine: it takes its first step in the next iteration.
   *
   * @throws RuntimeError when the loop is closed.
   * @throws TypeError when it is not given a coroutine.
   */
  override createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    attached(this).checkOpen();
    if (this.#taskFactory !== undefined) {
      return genuineTask(this.#taskFactory(this, coroutine, options ?? {}));
    }
    return new Task(
      coroutine,
      options === undefined ? this.#inThisLoop : { ...legible(options), ...this.#inThisLoop },
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
    executor: Executor | null | undefined,
    work: (...args: A) => T,
    ...args: A
  ): Future<Awaited<T>> {
    attached(this).checkOpen();
    if (executor == null && this.#executor === undefined) {
      this.setDefaultExecutor(defaultExecutor.create());
    }
    const job = genuineJob(checkExecutor(executor ?? this.#executor).submit(work, ...args));
    return job.wrap(this).standsFor("runInExecutor");
  }

  /**
   * Sets the executor that `runInExecutor(undefined, ...)` uses. It is shut down when the loop closes.
   *
   * @throws TypeError when it is not an executor.
   */
  setDefaultExecutor(executor: Executor): void {
    attached(this).#executor = checkExecutor(executor);
    this.resources.add({ release: () => executor.shutdown() });
  }

  /**
   * Shuts down the executor that `runInExecutor(undefined, ...)` uses, and waits until its threads have ended. It takes
   * no more work from then on; where none was made or set yet there is nothing to shut down. `run()` and `Runner.close()` do this at their end.
   *
   * @param timeout How long to wait at most, in seconds of the machine, since threads know no other clock; without end
   *   if left out. A warning says when it is over, and the threads go on.
   * @see Python's `loop.shutdown_default_executor()`
   */
  *shutdownDefaultExecutor(timeout?: number | null): Coroutine<void> {
    const ended = attached(this).#executor?.shutdown({ timeout });
    if (isAwaitable(ended)) {
      yield* ended;
    }
  }

  /** Has a function of yours make the tasks. Undefined brings the usual way back. */
  setTaskFactory(factory: TaskFactory | undefined): void {
    if (factory !== undefined) {
      checkCallback(factory);
    }
    attached(this).#taskFactory = factory;
  }

  /** The function that makes the tasks; undefined if that is left to the loop. */
  getTaskFactory(): TaskFactory | undefined {
    return attached(this).#taskFactory;
  }

  /**
   * Runs the loop until a future is done, or a coroutine, which it makes a task. Answers with the result.
   *
   * @throws RuntimeError when the loop is closed, when it or another loop is running, or (as a rejection) when
   *   it was stopped before the future was done.
   */
  runUntilComplete<T>(awaitable: Awaitable<T>): Promise<T> {
    return attached(this)
      .runUntilDone(awaitable)
      .then(([result]) => result);
  }

  /**
   * @internal Answers with the result in a list of one: a promise would wait for a result that can be awaited, in
   * vain if it is a task of this loop, which does not run any more.
   */
  runUntilDone<T>(awaitable: Awaitable<T>): Promise<[T]> {
    this.checkCanRun();
    const future = ensureFuture(awaitable, { loop: this });
    const stop = () => this.stop();
    future.addDoneCallback(stop);
    return this.runForever().then(() => {
      future.removeDoneCallback(stop);
      if (!future.done()) {
        throw new RuntimeError("The event loop was stopped before the future was done");
      }
      return [future.result()];
    });
  }

  /**
   * Closes the asynchronous generators that were begun and are not at their end, as the end of a run does. One that
   * fails is reported to the exception handler.
   */
  *shutdownAsyncgens(): Coroutine<void> {
    if (this.asyncgens !== undefined) {
      yield* this.asyncgens.shutdown();
    }
  }

  /** Sets who is told of errors that nobody can catch. Undefined brings back the default, `console.error`. */
  setExceptionHandler(handler: ExceptionHandler | undefined): void {
    if (handler !== undefined) {
      checkCallback(handler);
    }
    attached(this).#exceptionHandler = handler;
  }

  /** Who is told of errors that nobody can catch; undefined if that is the default. */
  getExceptionHandler(): ExceptionHandler | undefined {
    return attached(this).#exceptionHandler;
  }

  /** Prints an error that nobody can catch. For a subclass to override. */
  defaultExceptionHandler(context: ExceptionContext): void {
    printException(genuineReport(context));
  }

  /** Tells the exception handler of an error that nobody can catch. */
  override callExceptionHandler(context: ExceptionContext): void {
    handleException(
      genuineReport(context),
      attached(this).#exceptionHandler?.bind(undefined, this),
      (report) => this.defaultExceptionHandler(report),
    );
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
    return attached(this).addObserver(observer);
  }
}

function checkExecutor(executor: unknown): Executor {
  if (typeof lookUp(executor, "submit") !== "function") {
    throw new TypeError(`An executor is required, got ${describe(executor)}`);
  }
  return executor as Executor;
}

/**
 * The loop that runs the current coroutine or callback.
 *
 * @throws RuntimeError when no loop has the thread: at the top of a module, or in a native async function or
 *   event listener that the host called.
 * @group Loop and clock
 * @see Python's `asyncio.get_running_loop()`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const start = getRunningLoop().time();
 *     yield* sleep(2);
 *     console.log(getRunningLoop().time() - start); // 2
 *   })(),
 * );
 */
export function getRunningLoop(): EventLoop {
  return getRunningScheduler() as EventLoop;
}
