/**
 * Something happened that the caller had promised would not, such as bytes after the end of a stream.
 *
 * @group Errors
 * @see Python's `AssertionError`
 */
export class AssertionError extends Error {
  static {
    AssertionError.prototype.name = "AssertionError";
  }
}
