import { RuntimeError } from "../errors/errors.ts";

/**
 * The worker of a job died before the job was through, or could not be prepared for jobs.
 *
 * @group Errors
 * @see Python's `concurrent.futures.BrokenExecutor`
 */
export class BrokenExecutor extends RuntimeError {
  static {
    BrokenExecutor.prototype.name = "BrokenExecutor";
  }
}
