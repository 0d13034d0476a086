import { BinaryHeap } from "../structures/binary-heap.ts";
import type { TimerHandle } from "./handle.ts";

/** How many timers there must be before it is worth looking for cancelled ones among them. */
const worthSweeping = 100;

/**
 * The timers of a loop, the earliest first; timers of one moment fire in the order in which they were set.
 *
 * Deletion is lazy: a cancelled timer stays where it is until it comes to the front, since taking it out of the middle
 * costs more than ignoring it. When more than half of many are cancelled, all of them are swept out at once.
 */
export class TimerHeap {
  readonly #heap = new BinaryHeap<TimerHandle>(isEarlier);
  #cancelled = 0;
  #count = 0;

  push(timer: TimerHandle): void {
    timer.order = this.#count++;
    timer.scheduled = true;
    this.#heap.push(timer);
  }

  /** The earliest timer that is still to fire. */
  next(): TimerHandle | undefined {
    if (this.#heap.size > worthSweeping && this.#cancelled * 2 > this.#heap.size) {
      this.#sweep();
    }
    for (;;) {
      const timer = this.#heap.peek();
      if (!timer?.cancelled()) {
        return timer;
      }
      this.#cancelled--;
      this.pop();
    }
  }

  /** Takes out what `next()` has answered with. */
  pop(): void {
    (this.#heap.pop() as TimerHandle).scheduled = false;
  }

  noteCancelled(): void {
    this.#cancelled++;
  }

  #sweep(): void {
    this.#heap.keep((timer) => !timer.cancelled());
    this.#cancelled = 0;
  }
}

function isEarlier(a: TimerHandle, b: TimerHandle): boolean {
  return a.deadline < b.deadline || (a.deadline === b.deadline && a.order < b.order);
}
