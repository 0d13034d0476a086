import { type Context, copyContext } from "./context-var.ts";
import { type Coroutine, isCoroutine } from "./coroutine.ts";
import { describe } from "./errors/describe.ts";
import { CancelledError, KeyboardInterrupt, RuntimeError } from "./errors/errors.ts";
import { EventLoop } from "./event-loop.ts";
import { checkNoneRuns } from "./loop/scheduler.ts";
import { onSigint } from "./loop/sigint.ts";
import { gather } from "./tasks/gather.ts";
import { allTasks, type Task } from "./tasks/task.ts";

/**
 * How a run makes its loop.
 *
 * @group Running
 */
export interface RunOptions {
  /** Runs the loop in debug mode, or not, whatever the loop was made with. */
  debug?: boolean | undefined;
  /** Makes the loop; `new EventLoop()` if left out. */
  loopFactory?: (() => EventLoop) | undefined;
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
  readonly #options: RunOptions;
  #loop: EventLoop | undefined;
  #context: Context | undefined;
  #closed = false;

  constructor(options: RunOptions = {}) {
    this.#options = options;
  }

  /**
   * The loop, made on the first call.
   *
   * @throws RuntimeError when the runner is closed.
   */
  getLoop(): EventLoop {
    if (this.#closed) {
      throw new RuntimeError("This Runner is closed: make another one");
    }
    if (this.#loop === undefined) {
      this.#loop = this.#options.loopFactory?.() ?? new EventLoop();
      if (this.#options.debug !== undefined) {
        this.#loop.debug = this.#options.debug;
      }
      this.#context = copyContext();
    }
    return this.#loop;
  }

  /**
   * Runs a coroutine to its end and answers with its result. In Node the first Ctrl-C cancels it.
   *
   * @throws RangeError when it is not given a coroutine, as Python's ValueError.
   * @throws RuntimeError when the runner is closed, or a loop is already running.
   * @throws KeyboardInterrupt as a rejection, when the coroutine was ended by Ctrl-C.
   */
  run<T>(coroutine: Coroutine<T>, options?: { context?: Context | undefined }): Promise<T> {
    return this.runUntilDone(coroutine, options).then(([result]) => result);
  }

  /** @internal */
  runUntilDone<T>(coroutine: Coroutine<T>, options: { context?: Context | undefined } = {}): Promise<[T]> {
    if (!isCoroutine(coroutine)) {
      throw new RangeError(`run() takes a coroutine, got ${describe(coroutine)}`);
    }
    checkNoneRuns();
    const loop = this.getLoop();
    const task = loop.createTask(coroutine, { context: options.context ?? this.#context });
    return runInterruptibly(loop, task);
  }

  /** Cancels the tasks that are left, waits for them and closes the loop. Does nothing while there is no loop. */
  async close(): Promise<void> {
    const loop = this.#loop;
    if (loop === undefined) {
      return;
    }
    this.#closed = true;
    this.#loop = undefined;
    try {
      await cancelAllTasks(loop);
      await loop.runUntilComplete(loop.shutdownAsyncgens());
      // CPython lets go of the executor here, and runs the loop for it.
      await loop.runUntilComplete(nothing());
    } finally {
      loop.close();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

async function runInterruptibly<T>(loop: EventLoop, task: Task<T>): Promise<[T]> {
  let interrupted = false;
  const stopListening = onSigint(() => {
    interrupted = true;
    task.cancel();
  });
  try {
    return await loop.runUntilDone(task);
  } catch (error) {
    if (interrupted && error instanceof CancelledError && task.uncancel() === 0) {
      throw new KeyboardInterrupt("The run was interrupted with Ctrl-C");
    }
    throw error;
  } finally {
    stopListening();
  }
}

function* nothing(): Coroutine<void> {}

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
    if (task.cancelled()) {
      continue;
    }
    const exception = task.exception();
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
 * cancels the tasks that are left and waits for them.
 *
 * @throws RangeError when it is not given a coroutine, as Python's ValueError.
 * @throws RuntimeError when a loop is already running.
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
    .runUntilDone(coroutine)
    .finally(() => runner.close())
    .then(([result]) => result);
}
