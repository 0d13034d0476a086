/**
 * Something did not finish in the time it was given.
 *
 * @group Errors
 * @see Python's `TimeoutError`
 */
export class TimeoutError extends Error {
  static {
    TimeoutError.prototype.name = "TimeoutError";
  }
}
