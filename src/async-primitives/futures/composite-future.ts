import type { EventLoop } from "../event-loop.ts";
import type { FutureName } from "../observer.ts";
import { Future } from "./future.ts";

/** A future that is done because of others. It knows them, so that the call graph can show who waits for whom. */
export class CompositeFuture<T> extends Future<T> {
  readonly children: Iterable<Future<unknown>>;

  constructor(loop: EventLoop, children: Iterable<Future<unknown>>, name: FutureName) {
    super({ loop });
    this.children = children;
    this.standsFor(name, children);
  }
}
