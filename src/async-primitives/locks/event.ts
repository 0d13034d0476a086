import { attached } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { LoopBound } from "./loop-bound.ts";
import { Waiters } from "./waiters.ts";

/**
 * A flag that tasks wait for: all of them go on when it is set.
 *
 * @group Synchronisation
 * @see Python's `asyncio.Event`
 * @example
 * const ready = new Event();
 *
 * function* guest(name: string): Coroutine<void> {
 *   yield* ready.wait();
 *   console.log(`${name} eats`); // Ada eats, Bob eats
 * }
 *
 * function* cook(): Coroutine<void> {
 *   yield* sleep(1);
 *   ready.set();
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(guest("Ada"), guest("Bob"), cook());
 * }
 *
 * await run(main());
 */
export class Event extends LoopBound {
  #set = false;
  readonly #waiters = new Waiters();

  /** Whether it is set. */
  isSet(): boolean {
    return attached(this).#set;
  }

  /** Lets everybody go on who waits, and whoever comes until it is cleared. */
  set(): void {
    if (attached(this).#set) {
      return;
    }
    this.#set = true;
    while (this.#waiters.wakeNext()) {}
  }

  /** Lets those who come from now on wait until it is set again. */
  clear(): void {
    attached(this).#set = false;
  }

  /** Waits until it is set. Answers true, even if it was cleared again meanwhile. */
  *wait(): Coroutine<true> {
    if (attached(this).#set) {
      return true;
    }
    const waiter = this.#waiters.enqueue(this.createWaiter("wait"));
    try {
      yield* waiter.future;
      return true;
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}
