import { RuntimeError } from "./errors.ts";

/**
 * The barrier was aborted, or reset while somebody was waiting at it.
 *
 * @group Errors
 * @see Python's `asyncio.BrokenBarrierError`
 */
export class BrokenBarrierError extends RuntimeError {
  static {
    BrokenBarrierError.prototype.name = "BrokenBarrierError";
  }
}
