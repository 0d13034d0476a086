import type { Scheduler } from "../loop/scheduler.ts";
import { Future, type FutureName } from "./future.ts";

/** A future that is done because of others. It knows them, so that the call graph can show who waits for whom. */
export class CompositeFuture<T> extends Future<T> {
  readonly children: Iterable<Future<unknown>>;

  constructor(loop: Scheduler | undefined, children: Iterable<Future<unknown>>, name: FutureName) {
    super({ loop });
    this.children = children;
    this.standsFor(name, children);
  }
}
