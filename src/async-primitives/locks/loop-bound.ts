import { RuntimeError } from "../errors/errors.ts";
import type { EventLoop } from "../event-loop.ts";
import { Future } from "../futures/future.ts";
import { getRunningLoop } from "../loop/running-loop.ts";
import type { FutureName } from "../observer.ts";

/** Something that tasks wait at: it may be made anywhere, and belongs to the first loop that has to wait there. */
export class LoopBound {
  #loop: EventLoop | undefined = undefined;

  /** @throws RuntimeError when another loop has waited here before. */
  protected createWaiter(method: FutureName): Future<void> {
    const loop = getRunningLoop();
    this.#loop ??= loop;
    if (loop !== this.#loop) {
      throw new RuntimeError(
        `This ${this.constructor.name} is bound to a different event loop: make one for each loop`,
      );
    }
    return new Future<void>({ loop }).standsFor(method, this);
  }
}
