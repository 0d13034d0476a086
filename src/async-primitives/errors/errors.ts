/**
 * Thrown inside a coroutine where it waits, when its task is cancelled. Let it pass, or catch it, clean up
 * and throw it again: swallowing it keeps the task alive.
 *
 * `message` is what was given to `cancel(message)`, or empty. `cause` is the error that was
 * given to it, as the reason of a signal is.
 *
 * @group Errors
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
 * A future was asked for something that its state does not allow, such as a result before it is done.
 *
 * @group Errors
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
 * @group Errors
 * @see Python's `RuntimeError`
 */
export class RuntimeError extends Error {
  static {
    RuntimeError.prototype.name = "RuntimeError";
  }
}
