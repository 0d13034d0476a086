import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HostClock } from "../../index.ts";

/** No timer of a host waits longer, in milliseconds: one that is asked to fires after a millisecond. */
const longest = 2 ** 31 - 1;
const monthInSeconds = 30 * 24 * 3600;

describe("the clock of the host", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => vi.useRealTimers());

  test("waits for a moment that is further away than the timers of the host reach, and not at once", () => {
    const clock = new HostClock();
    const woken = vi.fn();
    clock.wakeAt(clock.time() + monthInSeconds, woken);
    vi.advanceTimersByTime(longest - 1);
    expect(woken).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(woken).toHaveBeenCalledOnce();
  });

  test("never wakes before the moment when it can wait for it, and not at all when it is asked not to", () => {
    const clock = new HostClock();
    const moments: number[] = [];
    clock.wakeAt(1.0005, () => moments.push(clock.time()));
    clock.wakeAt(2, () => moments.push(clock.time()))();
    vi.advanceTimersByTime(3000);
    expect(moments).toEqual([1.001]);
  });
});
