import { describe, expect, test } from "vitest";
import {
  Barrier,
  BoundedSemaphore,
  BrokenBarrierError,
  Condition,
  type Coroutine,
  createTask,
  Event,
  gather,
  getRunningLoop,
  Lock,
  RuntimeError,
  Semaphore,
  sleep,
} from "../../index.ts";
import { runVirtual, start, virtualLoop } from "../virtual-time.ts";

describe("a lock", () => {
  test("lets one in at a time, first come first served", async () => {
    const lock = new Lock();
    const order: string[] = [];
    function* worker(name: string): Coroutine<void> {
      yield* lock.with(function* () {
        order.push(`${name} in`);
        yield* sleep(1);
        order.push(`${name} out`);
      });
    }
    function* main(): Coroutine<void> {
      yield* gather(worker("a"), worker("b"));
    }
    await runVirtual(main());
    expect(order).toEqual(["a in", "a out", "b in", "b out"]);
  });

  test("stays free between its release and the turn of the one it wakes", async () => {
    const lock = new Lock();
    function* main(): Coroutine<void> {
      yield* lock.acquire();
      const waiter = yield* start(lock.acquire());
      lock.release();
      expect(lock.locked()).toBe(false);
      yield* waiter;
      expect(lock.locked()).toBe(true);
    }
    await runVirtual(main());
  });

  test("wakes the next one when the one that was woken is cancelled", async () => {
    const lock = new Lock();
    function* main(): Coroutine<boolean> {
      yield* lock.acquire();
      const first = yield* start(lock.acquire());
      const second = yield* start(lock.acquire());
      lock.release();
      first.cancel();
      yield* second;
      return first.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("is released however the block ends, and by `using`", async () => {
    const lock = new Lock();
    function* main(): Coroutine<void> {
      try {
        yield* lock.with(function* () {
          throw new Error("in the block");
        });
      } catch {}
      expect(lock.locked()).toBe(false);
      const held = yield* lock.acquire();
      expect(lock.locked()).toBe(true);
      held[Symbol.dispose]();
      expect(lock.locked()).toBe(false);
    }
    await runVirtual(main());
  });

  test("cannot be released when nobody holds it", () => {
    expect(() => new Lock().release()).toThrow("The lock is not held: release() it once for each acquire()");
  });

  test("belongs to the first loop that waits at it", async () => {
    const lock = new Lock();
    function* contend(): Coroutine<void> {
      yield* gather(
        lock.with(() => sleep(1)),
        lock.with(() => sleep(1)),
      );
    }
    await virtualLoop().runUntilComplete(contend());
    await expect(runVirtual(contend())).rejects.toThrow("This Lock is bound to a different event loop");
  });
});

describe("an event", () => {
  test("lets all go on when it is set, even if it is cleared at once", async () => {
    const event = new Event();
    function* main(): Coroutine<true[]> {
      const waiters = [yield* start(event.wait()), yield* start(event.wait())];
      event.set();
      event.clear();
      expect(event.isSet()).toBe(false);
      return yield* gather(waiters);
    }
    expect(await runVirtual(main())).toEqual([true, true]);
  });

  test("that is set makes nobody wait", async () => {
    const event = new Event();
    event.set();
    expect(await runVirtual(event.wait())).toBe(true);
  });
});

describe("a condition", () => {
  test("wakes as many as it is told to, in order", async () => {
    const condition = new Condition();
    const order: string[] = [];
    function* waiter(name: string): Coroutine<void> {
      yield* condition.with(function* () {
        yield* condition.wait();
        order.push(name);
      });
    }
    function* main(): Coroutine<void> {
      for (const name of ["a", "b", "c"]) {
        yield* start(waiter(name));
      }
      yield* condition.with(function* () {
        condition.notify(2);
      });
      yield* sleep(1);
      expect(order).toEqual(["a", "b"]);
      yield* condition.with(function* () {
        condition.notifyAll();
      });
      yield* sleep(1);
    }
    await runVirtual(main());
    expect(order).toEqual(["a", "b", "c"]);
  });

  test("hands a notification on when the one that got it is cancelled", async () => {
    const condition = new Condition();
    const waiter = () => condition.with(() => condition.wait());
    function* main(): Coroutine<boolean> {
      const first = yield* start(waiter());
      const second = yield* start(waiter());
      yield* condition.with(function* () {
        condition.notify();
        first.cancel();
      });
      return yield* second;
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("ends its wait with the lock in hand, even when it is cancelled", async () => {
    const condition = new Condition();
    const seen: boolean[] = [];
    function* waiter(): Coroutine<void> {
      yield* condition.acquire();
      try {
        yield* condition.wait();
      } finally {
        seen.push(condition.locked());
        condition.release();
      }
    }
    function* main(): Coroutine<void> {
      const task = yield* start(waiter());
      yield* condition.acquire();
      task.cancel();
      yield* sleep(1);
      expect(task.done()).toBe(false);
      condition.release();
      yield* sleep(1);
      expect(task.cancelled()).toBe(true);
    }
    await runVirtual(main());
    expect(seen).toEqual([true]);
  });

  test("works only for the holder of its lock", async () => {
    const condition = new Condition();
    expect(() => condition.notify()).toThrow("lock is not held: use it in condition.with()");
    await expect(runVirtual(condition.wait())).rejects.toThrow(RuntimeError);
  });
});

describe("a semaphore", () => {
  test("lets so many in, and nobody overtakes", async () => {
    const semaphore = new Semaphore(2);
    const order: string[] = [];
    function* worker(name: string): Coroutine<void> {
      yield* semaphore.with(function* () {
        order.push(`${name} at ${getRunningLoop().time()}`);
        yield* sleep(1);
      });
    }
    function* main(): Coroutine<void> {
      yield* gather(["a", "b", "c"].map(worker));
    }
    await runVirtual(main());
    expect(order).toEqual(["a at 0", "b at 0", "c at 1"]);
  });

  test("keeps a permit for the one it woke, and gets it back when that one is cancelled", async () => {
    const semaphore = new Semaphore(1);
    function* main(): Coroutine<void> {
      yield* semaphore.acquire();
      const first = yield* start(semaphore.acquire());
      const second = yield* start(semaphore.acquire());
      semaphore.release();
      expect(semaphore.locked()).toBe(true);
      first.cancel();
      yield* second;
      semaphore.release();
      expect(semaphore.locked()).toBe(false);
    }
    await runVirtual(main());
  });

  test("checks its number of permits", () => {
    expect(() => new Semaphore(-1)).toThrow("Semaphore takes a number of permits, 0 or more, got -1");
    expect(() => new Semaphore(Number.NaN)).toThrow(
      "Semaphore takes a number of permits, a whole number, got NaN",
    );
    expect(() => new BoundedSemaphore("2" as never)).toThrow(
      'BoundedSemaphore takes a number of permits, a whole number, got the string "2"',
    );
  });

  test("with a bound notices a release too many", async () => {
    const semaphore = new BoundedSemaphore(1);
    await runVirtual(semaphore.acquire());
    semaphore.release();
    expect(() => semaphore.release()).toThrow("BoundedSemaphore released too many times");
  });
});

describe("a barrier", () => {
  test("lets all go on when the last one comes, time and again", async () => {
    const barrier = new Barrier(2);
    const order: string[] = [];
    function* worker(name: string, delay: number): Coroutine<void> {
      for (let round = 0; round < 2; round++) {
        yield* sleep(delay);
        const index = yield* barrier.wait();
        order.push(`${name}${index} at ${getRunningLoop().time()}`);
      }
    }
    function* main(): Coroutine<void> {
      yield* gather(worker("a", 1), worker("b", 3));
    }
    await runVirtual(main());
    expect(order).toEqual(["b1 at 3", "a0 at 3", "b1 at 6", "a0 at 6"]);
  });

  test("breaks for those who wait when it is reset or aborted", async () => {
    const barrier = new Barrier(2);
    function* main(): Coroutine<void> {
      const first = yield* start(barrier.wait());
      expect(barrier.nWaiting).toBe(1);
      yield* barrier.reset();
      yield* sleep(1);
      expect(first.exception()).toBeInstanceOf(BrokenBarrierError);
      expect(barrier.broken).toBe(false);
      const second = yield* start(barrier.wait());
      yield* barrier.abort();
      yield* sleep(1);
      expect(second.exception()).toBeInstanceOf(BrokenBarrierError);
      expect(barrier.broken).toBe(true);
      const late = createTask(barrier.wait());
      yield* sleep(1);
      expect(late.exception()).toEqual(new BrokenBarrierError("The barrier was aborted"));
    }
    await runVirtual(main());
  });

  test("hands the index to its block", async () => {
    const barrier = new Barrier(1);
    expect(barrier.parties).toBe(1);
    expect(
      await runVirtual(
        barrier.with(function* (index) {
          return index;
        }),
      ),
    ).toBe(0);
    expect(() => new Barrier(0)).toThrow("Barrier takes a number of parties, 1 or more, got 0");
    expect(() => new Barrier(undefined as never)).toThrow(
      "Barrier takes a number of parties, a whole number, got undefined",
    );
  });
});
