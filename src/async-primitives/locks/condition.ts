import { attached } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { checkPlainFunction } from "../errors/check-plain-function.ts";
import { checkWholeNumber } from "../errors/check-whole-number.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { Acquirable, type Acquired } from "./acquirable.ts";
import { Lock } from "./lock.ts";
import { Waiters } from "./waiters.ts";

/**
 * A lock whose holder can wait for others to change what it protects. Waiting gives the lock away, and takes
 * it back before it ends.
 *
 * @group Synchronisation
 * @see Python's `asyncio.Condition`
 * @example
 * const condition = new Condition();
 * let stock = 0;
 *
 * function* buyer(): Coroutine<void> {
 *   yield* condition.with(function* () {
 *     yield* condition.waitFor(() => stock > 0);
 *     stock--;
 *     console.log("sold"); // sold
 *   });
 * }
 *
 * function* supplier(): Coroutine<void> {
 *   yield* sleep(1);
 *   yield* condition.with(function* () {
 *     stock++;
 *     condition.notify();
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(buyer(), supplier());
 * }
 *
 * await run(main());
 */
export class Condition extends Acquirable {
  readonly #lock: Lock;
  readonly #waiters = new Waiters();

  /** @param lock The lock to use; one of its own if left out. Several conditions may share a lock. */
  constructor(lock: Lock = new Lock()) {
    super();
    checkMethods(lock, ["locked", "acquire", "release"], "Condition takes a lock");
    this.#lock = lock;
  }

  /** Whether somebody holds the lock. */
  locked(): boolean {
    return attached(this).#lock.locked();
  }

  /** Waits until nobody holds the lock, and takes it. */
  acquire(): Coroutine<Acquired> {
    return attached(this).#lock.acquire();
  }

  /**
   * Gives the lock away.
   *
   * @throws RuntimeError when nobody holds the lock.
   */
  release(): void {
    attached(this).#lock.release();
  }

  /**
   * Gives the lock away, waits to be notified, and takes the lock back. There are spurious wake-ups, so
   * check what you wait for in a loop, or use `waitFor`.
   *
   * @throws RuntimeError when nobody holds the lock.
   */
  *wait(): Coroutine<true> {
    if (!attached(this).locked()) {
      throw new RuntimeError(
        "Cannot wait() on a Condition whose lock is not held: use it in condition.with()",
      );
    }
    const future = this.createWaiter("wait");
    this.release();
    try {
      try {
        const waiter = this.#waiters.enqueue(future);
        try {
          yield* future;
          return true;
        } finally {
          this.#waiters.delete(waiter);
        }
      } finally {
        yield* this.#acquireAgain();
      }
    } catch (error) {
      // This task may have been notified just before: the notification must not be lost.
      this.#wake(1);
      throw error;
    }
  }

  /** Waits, time and again, until a predicate holds. Answers with what the predicate returned. */
  *waitFor<T>(predicate: () => T): Coroutine<T> {
    checkPlainFunction(predicate, "waitFor() takes a predicate");
    let result = predicate();
    while (!result) {
      yield* attached(this).wait();
      result = predicate();
    }
    return result;
  }

  /**
   * Wakes up to `n` of those who wait. They go on when they get the lock.
   *
   * @throws RuntimeError when nobody holds the lock.
   */
  notify(n = 1): void {
    checkWholeNumber(n, "notify() takes how many to wake", undefined, true);
    if (!attached(this).locked()) {
      throw new RuntimeError(
        "Cannot notify() a Condition whose lock is not held: use it in condition.with()",
      );
    }
    this.#wake(n);
  }

  /**
   * Wakes all who wait.
   *
   * @throws RuntimeError when nobody holds the lock.
   */
  notifyAll(): void {
    attached(this).notify(Number.POSITIVE_INFINITY);
  }

  /** Does not end without the lock, however often it is cancelled meanwhile. */
  *#acquireAgain(): Coroutine<void> {
    let cancellation: CancelledError | undefined;
    while (true) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) {
          throw error;
        }
        cancellation = error;
      }
    }
    if (cancellation !== undefined) {
      throw cancellation;
    }
  }

  #wake(n: number): void {
    for (let left = n; left > 0 && this.#waiters.wakeNext(); left--) {}
  }
}
