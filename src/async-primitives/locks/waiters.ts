import type { Future } from "../futures/future.ts";
import { type Linked, LinkedList } from "../structures/linked-list.ts";

/** Somebody who waits in line, for a future of their own. */
export class Waiter implements Linked {
  older: Linked | undefined = undefined;
  newer: Linked | undefined = undefined;
  readonly future: Future<void>;

  constructor(future: Future<void>) {
    this.future = future;
  }
}

/** Those who wait at a lock or a queue, in the order in which they came. */
export class Waiters extends LinkedList<Waiter> {
  /** Puts somebody at the end of the line. */
  enqueue(future: Future<void>): Waiter {
    const waiter = new Waiter(future);
    this.add(waiter);
    return waiter;
  }

  /** Whether anybody still waits, or is on the way with what was waited for. */
  hasClaims(): boolean {
    for (const { future } of this) {
      if (!future.cancelled()) {
        return true;
      }
    }
    return false;
  }

  /** Wakes the first one who is not done, and lets that one leave the line, with those before. False if there is none. */
  wakeNext(): boolean {
    for (let first = this.first; first !== undefined; first = this.first) {
      this.delete(first);
      if (first.future.done()) {
        continue;
      }
      first.future.setResult();
      return true;
    }
    return false;
  }
}
