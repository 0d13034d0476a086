import { callable } from "#host";
import { describe } from "../errors/describe.ts";
import { type Cancel, queueMacrotask } from "./macrotask.ts";

/** No timer of a host waits longer, in milliseconds: one that is asked to fires at once. */
export const longestTimeoutMs = 2 ** 31 - 1;

/**
 * Where a loop takes its time from, and how it waits for a moment to come. Write your own to bend time.
 *
 * @group Loop and clock
 * @see Python's `loop.time()`, which a subclass of a loop overrides for this
 */
export interface Clock {
  /** Seconds since some fixed moment. Never goes back. */
  time(): number;
  /** Calls `wake` when `time()` has reached `deadline`, or earlier. The answer takes the request back. */
  wakeAt(deadline: number, wake: () => void): Cancel;
}

/**
 * The monotonic clock of the host: what a loop goes by if it is not given another one.
 *
 * @group Loop and clock
 * @see Python's `time.monotonic()`
 * @example
 * const loop = new EventLoop({ clock: new HostClock() });
 * console.log(loop.time() > 0); // true
 * loop.close();
 */
export class HostClock implements Clock {
  time(): number {
    return performance.now() / 1000;
  }

  wakeAt(deadline: number, wake: () => void): Cancel {
    callable(wake);
    const delay = Math.ceil((deadline - this.time()) * 1000);
    if (delay <= 0) {
      return queueMacrotask(wake);
    }
    const timeout = setTimeout(wake, Math.min(delay, longestTimeoutMs));
    return () => clearTimeout(timeout);
  }
}

/**
 * A time that nobody waits for: when nothing is ready, it jumps to the next deadline. A test of an hour takes
 * a millisecond and gives the same order of events every time.
 *
 * @group Loop and clock
 * @see Python's `loop.time()`, which tests of asyncio override for this
 * @example
 * const loopFactory = () => new EventLoop({ clock: new VirtualClock() });
 * const elapsed = await run(
 *   (function* (): Coroutine<number> {
 *     yield* sleep(3600);
 *     return getRunningLoop().time();
 *   })(),
 *   { loopFactory },
 * );
 * console.log(elapsed); // 3600
 */
export class VirtualClock implements Clock {
  #time: number;

  /** @param start The time at which it starts, in seconds. */
  constructor(start = 0) {
    checkFinite(start, "VirtualClock takes the time at which it starts");
    this.#time = start;
  }

  time(): number {
    return this.#time;
  }

  /** Moves the time on by hand, in seconds, as if somebody had blocked the loop for so long. */
  advance(seconds: number): void {
    checkFinite(seconds, "advance() takes seconds");
    if (seconds < 0) {
      throw new RangeError(`A clock never goes back: advance() takes 0 seconds or more, got ${seconds}`);
    }
    this.#time += seconds;
  }

  /** The host has one turn before time jumps, so that a promise which is about to settle comes first. */
  wakeAt(deadline: number, wake: () => void): Cancel {
    callable(wake);
    if (deadline === Number.POSITIVE_INFINITY) {
      return () => {};
    }
    return queueMacrotask(() => {
      this.#time = Math.max(this.#time, deadline);
      wake();
    });
  }
}

function checkFinite(value: number, expected: string): void {
  if (!Number.isFinite(value)) {
    throw new TypeError(`${expected}, a finite number, got ${describe(value)}`);
  }
}
