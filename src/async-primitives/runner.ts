import { attached, genuineLoop, legible, runMain } from "#host";
import { type Context, copyContext } from "./context-var.ts";
import { type Coroutine, isCoroutine } from "./coroutine.ts";
import { describe } from "./errors/describe.ts";
import { RuntimeError } from "./errors/errors.ts";
import { EventLoop } from "./event-loop.ts";
import { checkCallback } from "./loop/handle.ts";
import { checkNoneRuns } from "./loop/scheduler.ts";
import { gather } from "./tasks/gather.ts";
import { allTasks, type TaskOptions } from "./tasks/task.ts";

/** How long the end of a run waits for the threads of its loop, in seconds: as in asyncio. */
const threadJoinTimeout = 300;

/**
 * How a runner makes its loop.
 *
 * @group Running
 */
export interface RunnerOptions {
  /**
   * Runs the loop in debug mode, or not, whatever the loop was made with. In Node a coroutine that is used a second time
   * then gets a RuntimeError as in Python, also where no task has to do with it, and a warning tells of a task that waits
   * for itself by way of others.
   */
  debug?: boolean | undefined;
  /** Makes the loop; `new EventLoop()` if left out. */
  loopFactory?: (() => EventLoop) | undefined;
}

/**
 * How a run makes its loop, and what ends it.
 *
 * @group Running
 */
export interface RunOptions extends RunnerOptions {
  /** Cancels the coroutine when it is aborted: the reason is the cause of the CancelledError. */
  signal?: AbortSignal | undefined;
}

/**
 * Runs several coroutines on one loop, one after the other, and cleans up at the end.
 *
 * @group Running
 * @see Python's `asyncio.Runner`
 * @example
 * const runner = new Runner();
 * try {
 *   console.log(await runner.run(sleep(1, "one"))); // one
 *   console.log(await runner.run(sleep(1, "two"))); // two
 * } finally {
 *   await runner.close();
 * }
 */
export class Runner implements AsyncDisposable {
  readonly #options: RunnerOptions | undefined;
  #loop: EventLoop | undefined;
  #context: Context | undefined;
  #closed = false;

  constructor(options?: RunnerOptions) {
    this.#options = legible(options);
  }

  /**
   * The loop, made on the first call.
   *
   * @throws RuntimeError when the runner is closed.
   */
  getLoop(): EventLoop {
    if (attached(this).#closed) {
      throw new RuntimeError("This Runner is closed: make another one");
    }
    if (this.#loop === undefined) {
      const makeLoop = this.#options?.loopFactory ?? (() => new EventLoop());
      checkCallback(makeLoop);
      const loop = legible(makeLoop());
      if (!(loop instanceof EventLoop)) {
        throw new TypeError(`loopFactory must answer with an EventLoop, got ${describe(loop)}`);
      }
      genuineLoop(loop);
      loop.debug = this.#options?.debug ?? loop.debug;
      this.#loop = loop;
      this.#context = copyContext();
    }
    return this.#loop;
  }

  /**
   * Runs a coroutine to its end and answers with its result. In Node the first Ctrl-C cancels it, as soon as the host
   * has a turn.
   *
   * @param options.context Where the coroutine runs; in the runner's own context if left out.
   * @param options.signal Cancels the coroutine when it is aborted: the reason is the cause of the CancelledError.
   * @throws RangeError as a rejection, when it is not given a coroutine, as Python's ValueError.
   * @throws RuntimeError at once, inside of a running loop; as a rejection, when the runner is closed or runs a
   *   coroutine already: then the one that is given does not begin.
   * @throws KeyboardInterrupt as a rejection, when the coroutine was ended by Ctrl-C.
   */
  run<T>(
    coroutine: Coroutine<T>,
    options?: { context?: Context | undefined; signal?: AbortSignal | undefined },
  ): Promise<T> {
    return attached(this)
      .runUntilDone(coroutine, options)
      .then(([result]) => result);
  }

  /** @internal */
  runUntilDone<T>(coroutine: Coroutine<T>, options?: TaskOptions): Promise<[T]> {
    checkNoneRuns();
    return this.#begin(coroutine, options);
  }

  async #begin<T>(coroutine: Coroutine<T>, options?: TaskOptions): Promise<[T]> {
    if (!isCoroutine(coroutine)) {
      throw new RangeError(`run() takes a coroutine, got ${describe(coroutine)}`);
    }
    const loop = this.getLoop();
    loop.checkIdle();
    const context = legible(options)?.context ?? this.#context;
    const task = loop.createTask(coroutine, { context, signal: options?.signal });
    return runMain(task, () => loop.runUntilDone(task));
  }

  /**
   * Cancels the tasks that are left, waits for them and for the loop's own threads, for these no longer than five
   * minutes, and closes the loop. Does nothing while there is no loop.
   *
   * @throws RuntimeError as a rejection, while a coroutine runs: then nothing happens.
   */
  async close(): Promise<void> {
    const loop = attached(this).#loop;
    if (loop === undefined) {
      return;
    }
    loop.checkCanRun();
    this.#closed = true;
    this.#loop = undefined;
    try {
      await cancelAllTasks(loop);
      await loop.runUntilComplete(loop.shutdownAsyncgens());
      await loop.runUntilComplete(loop.shutdownDefaultExecutor(threadJoinTimeout));
    } finally {
      loop.close();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

async function cancelAllTasks(loop: EventLoop): Promise<void> {
  const tasks = allTasks(loop);
  if (tasks.size === 0) {
    return;
  }
  for (const task of tasks) {
    task.cancel();
  }
  await loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
  for (const task of tasks) {
    const exception = task.cancelled() ? undefined : task.exception();
    if (exception !== undefined) {
      loop.callExceptionHandler({
        message: "Unhandled exception while run() was shutting down",
        exception,
        task,
      });
    }
  }
}

/**
 * Runs a coroutine on a loop of its own and answers with its result: the way into the library. At the end it
 * cancels the tasks that are left, and waits for them and for the loop's own threads.
 *
 * @throws RangeError as a rejection, when it is not given a coroutine, as Python's ValueError.
 * @throws RuntimeError at once, inside of a running loop.
 * @throws KeyboardInterrupt as a rejection, when the coroutine was ended by Ctrl-C.
 * @group Running
 * @see Python's `asyncio.run()`
 * @example
 * function* main(): Coroutine<string> {
 *   yield* sleep(1);
 *   return "hello";
 * }
 *
 * console.log(await run(main())); // hello
 */
export function run<T>(coroutine: Coroutine<T>, options?: RunOptions): Promise<T> {
  const runner = new Runner(options);
  return runner
    .runUntilDone(coroutine, options)
    .finally(() => runner.close())
    .then(([result]) => result);
}
