import { RuntimeError } from "../errors/errors.ts";
import { Future, type FutureName } from "../futures/future.ts";
import { getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";

/** Something that tasks wait at: it may be made anywhere, and belongs to the first loop that has to wait there. */
export class LoopBound {
  #loop: Scheduler | undefined = undefined;

  /** @throws RuntimeError when another loop has waited here before. */
  protected createWaiter(method: FutureName): Future<void> {
    const loop = getRunningScheduler();
    this.#loop ??= loop;
    if (loop !== this.#loop) {
      throw new RuntimeError(
        `This ${this.constructor.name} is bound to a different event loop: make one for each loop`,
      );
    }
    return this.makeWaiter(loop, method);
  }

  /** For a subclass whose waiters wait for something else. */
  protected makeWaiter(loop: Scheduler, method: FutureName): Future<void> {
    return new Future<void>({ loop }).standsFor(method, this);
  }
}
