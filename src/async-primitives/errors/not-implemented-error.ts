import { RuntimeError } from "./errors.ts";

/**
 * The host has nothing to do this with.
 *
 * @group Errors
 * @see Python's `NotImplementedError`
 */
export class NotImplementedError extends RuntimeError {
  static {
    NotImplementedError.prototype.name = "NotImplementedError";
  }
}
