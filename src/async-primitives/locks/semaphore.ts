import { attached } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkWholeNumber } from "../errors/check-whole-number.ts";
import { CancelledError } from "../errors/errors.ts";
import { Acquirable, type Acquired } from "./acquirable.ts";
import { Waiters } from "./waiters.ts";

/**
 * A counting semaphore: lets a number of tasks at a time into a stretch of code.
 *
 * @group Synchronisation
 * @see Python's `asyncio.Semaphore`
 * @example
 * const twoAtATime = new Semaphore(2);
 *
 * function* download(): Coroutine<void> {
 *   yield* twoAtATime.with(() => sleep(1));
 * }
 *
 * function* main(): Coroutine<number> {
 *   yield* gather(download(), download(), download(), download());
 *   return getRunningLoop().time();
 * }
 *
 * console.log(await run(main())); // 2
 */
export class Semaphore extends Acquirable {
  #value: number;
  readonly #waiters = new Waiters();
  /** How many were given a permit and have not run since. */
  #woken = 0;

  /**
   * @param value How many may be inside at a time.
   * @throws TypeError when it is no whole number, and not Infinity either.
   * @throws RangeError when it is negative.
   */
  constructor(value = 1) {
    super();
    checkWholeNumber(value, `${this.constructor.name} takes a number of permits`, 0, true);
    this.#value = value;
  }

  /** How many permits are free. */
  protected get value(): number {
    return this.#value;
  }

  /** Whether `acquire()` would have to wait: no permit is free, or others wait already. */
  locked(): boolean {
    return attached(this).#value === 0 || this.#woken > 0 || this.#waiters.hasClaims();
  }

  /** Waits until a permit is free, and takes it. */
  *acquire(): Coroutine<Acquired> {
    if (!attached(this).locked()) {
      this.#value--;
      return this.acquired;
    }
    const waiter = this.#waiters.enqueue(this.createWaiter("acquire"));
    const { future } = waiter;
    let wasGivenPermit = false;
    try {
      try {
        yield* future;
      } finally {
        this.#waiters.delete(waiter);
        wasGivenPermit = future.done() && !future.cancelled();
        if (wasGivenPermit) {
          this.#woken--;
        }
      }
    } catch (error) {
      if (error instanceof CancelledError && wasGivenPermit) {
        this.#value++;
      }
      throw error;
    } finally {
      while (this.#value > 0 && this.#wakeNext()) {}
    }
    return this.acquired;
  }

  /** Gives a permit back, straight to the one who has waited longest. */
  release(): void {
    attached(this).#value++;
    this.#wakeNext();
  }

  #wakeNext(): boolean {
    if (!this.#waiters.wakeNext()) {
      return false;
    }
    this.#value--;
    this.#woken++;
    return true;
  }
}

/**
 * A semaphore that notices when more permits come back than were given out.
 *
 * @group Synchronisation
 * @see Python's `asyncio.BoundedSemaphore`
 * @example
 * const permits = new BoundedSemaphore(1);
 * try {
 *   permits.release();
 * } catch (error) {
 *   console.log(error instanceof RangeError); // true
 * }
 */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  constructor(value = 1) {
    super(value);
    this.#bound = value;
  }

  /** @throws RangeError when all permits are back already. */
  override release(): void {
    if (attached(this).value >= this.#bound) {
      throw new RangeError("BoundedSemaphore released too many times: release() it once for each acquire()");
    }
    super.release();
  }
}
