import { describe, expect, test } from "vitest";
import { type ClockHost, SpeedClock } from "../../src/sandbox/speed-clock.ts";

/** A machine whose time goes on when the test says so. */
class FakeHost implements ClockHost {
  milliseconds = 5_000;
  alive = 0;
  readonly #alarms = new Map<() => void, number>();

  now(): number {
    return this.milliseconds;
  }

  later(callback: () => void, delay: number) {
    const alarm = () => callback();
    this.#alarms.set(alarm, this.milliseconds + delay);
    return () => void this.#alarms.delete(alarm);
  }

  keepAlive() {
    this.alive++;
    return () => void this.alive--;
  }

  pass(milliseconds: number): void {
    const end = this.milliseconds + milliseconds;
    for (;;) {
      const [next] = [...this.#alarms].sort(([, a], [, b]) => a - b);
      if (next === undefined || next[1] > end) {
        break;
      }
      this.#alarms.delete(next[0]);
      this.milliseconds = Math.max(this.milliseconds, next[1]);
      next[0]();
    }
    this.milliseconds = end;
  }
}

function setUp() {
  const host = new FakeHost();
  const clock = new SpeedClock(host);
  const woken: string[] = [];
  const wakeAt = (deadline: number, name = "woken") =>
    clock.wakeAt(deadline, () => woken.push(`${name} at ${clock.time()}`));
  return { host, clock, woken, wakeAt };
}

describe("a speed clock", () => {
  test("is the machine's at first", () => {
    const { host, clock, woken, wakeAt } = setUp();
    expect(clock.time()).toBe(5);
    wakeAt(7);
    host.pass(1_999);
    expect(woken).toEqual([]);
    host.pass(1);
    expect(woken).toEqual(["woken at 7"]);
  });

  test("goes slowly while somebody waits to be woken, and not else", () => {
    const { host, clock, woken, wakeAt } = setUp();
    clock.change({ speed: 1 / 4 });
    host.pass(1_000);
    expect(clock.time()).toBe(6);
    wakeAt(7);
    host.pass(2_000);
    expect(clock.time()).toBe(6.5);
    host.pass(2_000);
    expect(woken).toEqual(["woken at 7"]);
    host.pass(1_000);
    expect(clock.time()).toBe(8);
  });

  test("goes as fast as the machine while a callback runs, even if it is paused", () => {
    const { host, clock } = setUp();
    clock.change({ paused: true, speed: 1 / 16 });
    host.pass(1_000);
    clock.change({ running: true });
    host.pass(1_000);
    clock.change({ running: false });
    host.pass(1_000);
    expect(clock.time()).toBe(6);
  });

  test("wakes nobody while it is paused, and goes on where it was", () => {
    const { host, clock, woken, wakeAt } = setUp();
    wakeAt(7);
    host.pass(1_500);
    clock.change({ paused: true });
    host.pass(60_000);
    expect([clock.time(), woken]).toEqual([6.5, []]);
    clock.change({ paused: false });
    host.pass(500);
    expect(woken).toEqual(["woken at 7"]);
  });

  test("takes a new speed in the middle of a wait", () => {
    const { host, clock, woken, wakeAt } = setUp();
    wakeAt(9);
    host.pass(2_000);
    clock.change({ speed: 1 / 2 });
    host.pass(2_000);
    expect(clock.time()).toBe(8);
    clock.change({ speed: 1 });
    host.pass(1_000);
    expect(woken).toEqual(["woken at 9"]);
  });

  test("leaps to the earliest deadline, and only to that one", () => {
    const { host, clock, woken, wakeAt } = setUp();
    clock.change({ paused: true });
    wakeAt(500, "late");
    clock.wakeAt(100, () => {
      woken.push(`early at ${clock.time()}`);
      clock.change({ skipping: false });
    });
    clock.change({ skipping: true });
    expect(woken).toEqual([]);
    host.pass(0);
    host.pass(1_000);
    expect(woken).toEqual(["early at 100"]);
  });

  test("does not leap to the end of time", () => {
    const { host, clock, woken, wakeAt } = setUp();
    clock.change({ paused: true, skipping: true });
    wakeAt(Number.POSITIVE_INFINITY);
    host.pass(1_000);
    expect([clock.time(), woken]).toEqual([5, []]);
  });

  test("keeps the program alive as long as somebody waits", () => {
    const { host, wakeAt } = setUp();
    const cancel = wakeAt(6);
    wakeAt(7);
    expect(host.alive).toBe(2);
    cancel();
    cancel();
    expect(host.alive).toBe(1);
    host.pass(2_000);
    expect(host.alive).toBe(0);
  });
});
