import { attached } from "#host";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { BrokenBarrierError } from "../errors/broken-barrier-error.ts";
import { checkWholeNumber } from "../errors/check-whole-number.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { Condition } from "./condition.ts";

const expected = "with() takes a generator function, as in function* (index) { ... }";

type State = "filling" | "draining" | "resetting" | "broken";

/**
 * A point at which a number of tasks wait for each other: all go on when the last one has come. Then it can be
 * used again.
 *
 * @group Synchronisation
 * @see Python's `asyncio.Barrier`
 * @example
 * const start = new Barrier(2);
 *
 * function* runner(name: string, warmUp: number): Coroutine<void> {
 *   yield* sleep(warmUp);
 *   yield* start.wait();
 *   console.log(`${name} starts at ${getRunningLoop().time()}`); // Bob starts at 3, Ada starts at 3
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(runner("Ada", 1), runner("Bob", 3));
 * }
 *
 * await run(main());
 */
export class Barrier {
  readonly #condition = new Condition();
  readonly #parties: number;
  #state: State = "filling";
  #count = 0;

  /**
   * @param parties How many tasks it waits for.
   * @throws TypeError when it is no whole number.
   * @throws RangeError when it is less than 1.
   */
  constructor(parties: number) {
    checkWholeNumber(parties, "Barrier takes a number of parties", 1);
    this.#parties = parties;
  }

  /** How many tasks it waits for. */
  get parties(): number {
    return this.#parties;
  }

  /** How many tasks wait for the others. */
  get nWaiting(): number {
    return this.#state === "filling" ? this.#count : 0;
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this.#state === "broken";
  }

  /**
   * Waits until all parties have come.
   *
   * @returns Which one this was, in the order in which they came, from 0.
   * @throws BrokenBarrierError when it is aborted, or reset meanwhile.
   */
  wait(): Coroutine<number> {
    return attached(this).#condition.with(() => this.#takePart());
  }

  /** Runs a block, given the index of the party, once all have come. */
  *with<T>(body: (index: number) => Awaitable<T>): Coroutine<T> {
    checkBlock(body, expected);
    return yield* beginBlock(expected, body, yield* attached(this).wait());
  }

  /** Empties it: those who wait get a BrokenBarrierError. Does nothing when nobody waits. */
  reset(): Coroutine<void> {
    return attached(this).#interrupt(() => (this.#count > 0 ? "resetting" : "filling"));
  }

  /** Makes it unusable: those who wait get a BrokenBarrierError, and so does everybody who comes later. */
  abort(): Coroutine<void> {
    return attached(this).#interrupt(() => "broken");
  }

  *#interrupt(next: () => State): Coroutine<void> {
    yield* this.#condition.acquire();
    this.#state = next();
    this.#condition.notifyAll();
    this.#condition.release();
  }

  *#takePart(): Coroutine<number> {
    yield* this.#untilFilling();
    try {
      const index = this.#count++;
      if (index + 1 === this.#parties) {
        this.#drain();
      } else {
        yield* this.#untilFull();
      }
      return index;
    } finally {
      this.#count--;
      this.#leave();
    }
  }

  *#untilFilling(): Coroutine<void> {
    yield* this.#condition.waitFor(() => this.#state !== "draining" && this.#state !== "resetting");
    if (this.broken) {
      throw new BrokenBarrierError("The barrier was aborted");
    }
  }

  *#untilFull(): Coroutine<void> {
    yield* this.#condition.waitFor(() => this.#state !== "filling");
    if (this.#state !== "draining") {
      throw new BrokenBarrierError("The barrier was aborted or reset");
    }
  }

  #drain(): void {
    this.#state = "draining";
    this.#condition.notifyAll();
  }

  /** The last one to leave opens it for the next round. */
  #leave(): void {
    if (this.#count > 0) {
      return;
    }
    if (this.#state === "resetting" || this.#state === "draining") {
      this.#state = "filling";
    }
    this.#condition.notifyAll();
  }
}
