import type { EventLoop } from "../event-loop.ts";
import { Future } from "../futures/future.ts";
import type { Job } from "./job.ts";

/** A job, as a future of a loop. */
export class JobFuture<T> extends Future<T> {
  readonly #job: Job<T>;

  constructor(job: Job<T>, loop: EventLoop) {
    super({ loop });
    this.#job = job;
  }

  follow(): void {
    if (this.done() || this.getLoop().isClosed()) return;
    if (this.#job.cancelled()) {
      super.cancel();
      return;
    }
    const exception = this.#job.exception();
    if (exception === undefined) this.setResult(this.#job.result());
    else this.setException(exception);
  }

  override cancel(message?: string): boolean {
    const accepted = super.cancel(message);
    if (accepted) this.#job.cancel();
    return accepted;
  }
}
