/**
 * Thrown inside a coroutine where it waits, when its task is cancelled. Let it pass, or catch it, clean up
 * and throw it again: swallowing it keeps the task alive.
 *
 * `message` is what was given to `cancel(message)`, or empty.
 *
 * @see Python's `asyncio.CancelledError`
 * @example
 * function* worker(): Coroutine<void> {
 *   try {
 *     yield* sleep(3600);
 *   } catch (error) {
 *     if (error instanceof CancelledError) console.log(`stopped: ${error.message}`); // stopped: closing time
 *     throw error;
 *   }
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const task = createTask(worker());
 *     yield* sleep(1);
 *     task.cancel("closing time");
 *     yield* wait([task]);
 *   })(),
 * );
 */
export class CancelledError extends Error {
  static {
    CancelledError.prototype.name = "CancelledError";
  }
}

/**
 * Something did not finish in the time it was given.
 *
 * @see Python's `TimeoutError`
 */
export class TimeoutError extends Error {
  static {
    TimeoutError.prototype.name = "TimeoutError";
  }
}

/**
 * A future was asked for something that its state does not allow, such as a result before it is done.
 *
 * @see Python's `asyncio.InvalidStateError`
 */
export class InvalidStateError extends Error {
  static {
    InvalidStateError.prototype.name = "InvalidStateError";
  }
}

/**
 * The library was used in a way that cannot work: a lock released that nobody holds, a loop run inside a loop.
 *
 * @see Python's `RuntimeError`
 */
export class RuntimeError extends Error {
  static {
    RuntimeError.prototype.name = "RuntimeError";
  }
}

/**
 * Something happened that the caller had promised would not, such as bytes after the end of a stream.
 *
 * @see Python's `AssertionError`
 */
export class AssertionError extends Error {
  static {
    AssertionError.prototype.name = "AssertionError";
  }
}

/**
 * Ctrl-C was pressed during a run, and the main task ended because of it.
 *
 * @see Python's `KeyboardInterrupt`
 */
export class KeyboardInterrupt extends Error {
  static {
    KeyboardInterrupt.prototype.name = "KeyboardInterrupt";
  }
}

/**
 * Several errors that happened side by side, as the tasks of one group can fail together.
 *
 * @see Python's `ExceptionGroup`
 * @example
 * function* fail(reason: string): Coroutine<void> {
 *   yield* sleep(1);
 *   throw new Error(reason);
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     try {
 *       yield* taskGroup(function* (group) {
 *         group.createTask(fail("no disk"));
 *         group.createTask(fail("no network"));
 *       });
 *     } catch (error) {
 *       if (!(error instanceof ExceptionGroup)) throw error;
 *       console.log(error.message); // unhandled errors in a TaskGroup (2 sub-exceptions)
 *       console.log(error.errors.map((each) => each.message).join(", ")); // no disk, no network
 *     }
 *   })(),
 * );
 */
export class ExceptionGroup extends AggregateError {
  static {
    ExceptionGroup.prototype.name = "ExceptionGroup";
  }

  constructor(message: string, errors: Iterable<unknown>) {
    const list = [...errors];
    super(list, `${message} (${list.length} sub-exception${list.length === 1 ? "" : "s"})`);
  }

  /** The errors, in the order in which they happened: Python's name for `errors`. */
  get exceptions(): readonly unknown[] {
    return this.errors;
  }
}

/**
 * Nothing to take from the queue right now.
 *
 * @see Python's `asyncio.QueueEmpty`
 */
export class QueueEmpty extends Error {
  static {
    QueueEmpty.prototype.name = "QueueEmpty";
  }
}

/**
 * No room in the queue right now.
 *
 * @see Python's `asyncio.QueueFull`
 */
export class QueueFull extends Error {
  static {
    QueueFull.prototype.name = "QueueFull";
  }
}

/**
 * The queue was shut down: it takes nothing more, and gives nothing once it is empty.
 *
 * @see Python's `asyncio.QueueShutDown`
 */
export class QueueShutDown extends Error {
  static {
    QueueShutDown.prototype.name = "QueueShutDown";
  }
}

/**
 * The barrier was aborted, or reset while somebody was waiting at it.
 *
 * @see Python's `asyncio.BrokenBarrierError`
 */
export class BrokenBarrierError extends RuntimeError {
  static {
    BrokenBarrierError.prototype.name = "BrokenBarrierError";
  }
}

/**
 * The stream ended before everything that was asked for had come.
 *
 * @see Python's `asyncio.IncompleteReadError`
 */
export class IncompleteReadError extends Error {
  static {
    IncompleteReadError.prototype.name = "IncompleteReadError";
  }

  /** The bytes that did come. */
  readonly partial: Uint8Array;
  /** How many bytes were expected; undefined when a separator was looked for. */
  readonly expected: number | undefined;

  constructor(partial: Uint8Array, expected: number | undefined) {
    super(`${partial.length} bytes read on a total of ${expected ?? "undefined"} expected bytes`);
    this.partial = partial;
    this.expected = expected;
  }
}

/**
 * More bytes than the reader's limit came without the separator.
 *
 * @see Python's `asyncio.LimitOverrunError`
 */
export class LimitOverrunError extends Error {
  static {
    LimitOverrunError.prototype.name = "LimitOverrunError";
  }

  /** How many bytes can be taken from the reader without missing the start of a separator. */
  readonly consumed: number;

  constructor(message: string, consumed: number) {
    super(message);
    this.consumed = consumed;
  }
}
