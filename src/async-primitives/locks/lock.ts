import { attached } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { Acquirable, type Acquired } from "./acquirable.ts";
import { Waiters } from "./waiters.ts";

/**
 * Mutual exclusion: lets one task at a time into a critical section, which may wait in the middle. Those who wait come in
 * first come, first served.
 *
 * @group Synchronisation
 * @see Python's `asyncio.Lock`
 * @example
 * const lock = new Lock();
 * let balance = 100;
 *
 * function* withdraw(amount: number): Coroutine<void> {
 *   yield* lock.with(function* () {
 *     const before = balance;
 *     yield* sleep(1);
 *     balance = before - amount;
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(withdraw(10), withdraw(20));
 * }
 *
 * await run(main());
 * console.log(balance); // 70
 */
export class Lock extends Acquirable {
  #locked = false;
  readonly #waiters = new Waiters();

  /** Whether somebody holds it. */
  locked(): boolean {
    return attached(this).#locked;
  }

  /** Waits until nobody holds it, and takes it. */
  *acquire(): Coroutine<Acquired> {
    if (!attached(this).#locked && !this.#waiters.hasClaims()) {
      this.#locked = true;
      return this.acquired;
    }
    const waiter = this.#waiters.enqueue(this.createWaiter("acquire"));
    try {
      try {
        yield* waiter.future;
      } finally {
        this.#waiters.delete(waiter);
      }
    } catch (error) {
      if (error instanceof CancelledError && !this.#locked) {
        this.#wakeFirst();
      }
      throw error;
    }
    this.#locked = true;
    return this.acquired;
  }

  /**
   * Lets the next one in.
   *
   * @throws RuntimeError when nobody holds it.
   */
  release(): void {
    if (!attached(this).#locked) {
      throw new RuntimeError(
        "The lock is not held: release() it once for each acquire(), or use lock.with()",
      );
    }
    this.#locked = false;
    this.#wakeFirst();
  }

  /** A first waiter that is done has been woken already, and has yet to run. */
  #wakeFirst(): void {
    const first = this.#waiters.first?.future;
    if (first !== undefined && !first.done()) {
      first.setResult();
    }
  }
}
