import { describe, expect, test } from "vitest";
import {
  BoundedSemaphore,
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  Semaphore,
  sleep,
  type Task,
  taskGroup,
  waitFor,
} from "../../index.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

describe("a semaphore", () => {
  // test_locks.SemaphoreTests.test_initial_value_zero
  test("without permits is locked", () => {
    expect(new Semaphore(0).locked()).toBe(true);
  });

  // test_locks.SemaphoreTests.test_semaphore
  loopTest("cannot be awaited itself", function* () {
    const semaphore = new Semaphore();
    // @ts-expect-error: only what acquire() answers with can be awaited
    expect(yield* thrownBy(semaphore)).toBeInstanceOf(TypeError);
    expect(semaphore.locked()).toBe(false);
  });

  // test_locks.SemaphoreTests.test_semaphore_value
  test("cannot have less than no permits", () => {
    expect(() => new Semaphore(-1)).toThrow(RangeError);
  });

  // test_locks.SemaphoreTests.test_acquire
  loopTest("lets in as many as it has permits", function* () {
    const semaphore = new Semaphore(3);
    const order: number[] = [];
    function* enter(name: number): Coroutine<void> {
      yield* semaphore.acquire();
      order.push(name);
    }
    yield* semaphore.acquire();
    yield* semaphore.acquire();
    expect(semaphore.locked()).toBe(false);

    const tasks = [1, 2, 3].map((name) => createTask(enter(name)));
    yield;
    expect(order).toEqual([1]);
    expect(semaphore.locked()).toBe(true);

    tasks.push(createTask(enter(4)));
    semaphore.release();
    semaphore.release();
    yield;
    expect(order).toEqual([1, 2, 3]);
    expect(semaphore.locked()).toBe(true);

    semaphore.release();
    yield* gather(tasks);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  // test_locks.SemaphoreTests.test_acquire_cancel
  loopTest("forgets a waiter that is cancelled", function* () {
    const semaphore = new Semaphore();
    yield* semaphore.acquire();
    const waiter = createTask(semaphore.acquire());
    getRunningLoop().callSoon(() => waiter.cancel());
    expect(yield* thrownBy(waiter)).toBeInstanceOf(CancelledError);
    semaphore.release();
    expect(semaphore.locked()).toBe(false);
  });

  // test_locks.SemaphoreTests.test_acquire_cancel_before_awoken
  loopTest("gives the permit to the first that is not cancelled, and to nobody else", function* () {
    const semaphore = new Semaphore(0);
    const tasks = [1, 2, 3, 4].map(() => createTask(semaphore.acquire()));
    yield;
    tasks[0]?.cancel();
    tasks[1]?.cancel();
    semaphore.release();
    yield;
    yield;
    expect(tasks.map((task) => task.done())).toEqual([true, true, true, false]);
    expect(tasks[2]?.cancelled()).toBe(false);
  });

  // test_locks.SemaphoreTests.test_acquire_hang
  loopTest("does not keep a permit for a waiter that is cancelled", function* () {
    const semaphore = new Semaphore(0);
    const cancelled = createTask(semaphore.acquire());
    const other = createTask(semaphore.acquire());
    yield;
    cancelled.cancel();
    semaphore.release();
    yield;
    yield;
    expect(semaphore.locked()).toBe(true);
    expect(other.done()).toBe(true);
  });

  // test_locks.SemaphoreTests.test_acquire_no_hang
  loopTest("takes the permit back from one that is cancelled once it was woken", function* () {
    const semaphore = new Semaphore(1);
    function* first(): Coroutine<void> {
      yield* semaphore.with(() => sleep(0));
      second.cancel();
    }
    function* neverIn(): Coroutine<void> {
      yield* semaphore.with(function* () {
        expect.unreachable();
      });
    }
    const tasks = [createTask(first()), createTask(neverIn())] as const;
    const second: Task<void> = tasks[1];
    const outcomes = yield* gather(tasks, { returnExceptions: true });
    expect(outcomes[0]).toBe(undefined);
    expect(outcomes[1]).toBeInstanceOf(CancelledError);
    yield* waitFor(semaphore.acquire(), 1);
  });

  // test_locks.SemaphoreTests.test_release_not_acquired
  test("with a bound takes no more permits than it gave out", () => {
    expect(() => new BoundedSemaphore().release()).toThrow(RangeError);
  });

  // test_locks.SemaphoreTests.test_release_no_waiters
  loopTest("is free once the permit is back and nobody waits", function* () {
    const semaphore = new Semaphore();
    yield* semaphore.acquire();
    expect(semaphore.locked()).toBe(true);
    semaphore.release();
    expect(semaphore.locked()).toBe(false);
  });
});

describe("those who wait at a semaphore", () => {
  // test_locks.SemaphoreTests.test_acquire_fifo_order
  loopTest("are not overtaken by one that has just released it", function* () {
    const semaphore = new Semaphore(1);
    const order: string[] = [];
    function* enterTwice(name: string): Coroutine<void> {
      for (const round of [1, 2]) {
        yield* semaphore.acquire();
        order.push(`${name} ${round}`);
        yield* sleep(0.01);
        semaphore.release();
      }
    }
    yield* taskGroup(function* (group) {
      for (const name of ["a", "b", "c"]) {
        group.createTask(enterTwice(name));
      }
    });
    expect(order).toEqual(["a 1", "b 1", "c 1", "a 2", "b 2", "c 2"]);
  });

  // test_locks.SemaphoreTests.test_acquire_fifo_order_2
  loopTest("are not overtaken by one that comes while they are being woken", function* () {
    const semaphore = new Semaphore(1);
    const order: number[] = [];
    function* enter(name: number): Coroutine<void> {
      yield* semaphore.acquire();
      order.push(name);
    }
    function* enterTwice(): Coroutine<void> {
      yield* enter(2);
      semaphore.release();
      yield* enter(4);
    }
    const tasks = [createTask(enter(1)), createTask(enterTwice()), createTask(enter(3))];
    yield;
    semaphore.release();
    semaphore.release();
    yield* gather(tasks);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  // test_locks.SemaphoreTests.test_acquire_fifo_order_3
  loopTest("keep their order when the first of them is cancelled", function* () {
    const semaphore = new Semaphore(0);
    const order: number[] = [];
    function* enter(name: number): Coroutine<void> {
      yield* semaphore.acquire();
      order.push(name);
    }
    const tasks = [1, 2, 3].map((name) => createTask(enter(name)));
    yield;
    tasks[0]?.cancel();
    yield;
    semaphore.release();
    semaphore.release();
    yield* gather(tasks, { returnExceptions: true });
    expect(order).toEqual([2, 3]);
  });

  // test_locks.SemaphoreTests.test_acquire_fifo_order_4
  loopTest("are all woken by the first of them when there are permits for all", function* () {
    const semaphore = new Semaphore(0);
    const order: number[] = [];
    const tasks: Task<void>[] = [];
    function* note(name: number): Coroutine<void> {
      order.push(name);
    }
    function* first(): Coroutine<void> {
      yield* semaphore.acquire();
      tasks.push(createTask(note(4)));
      order.push(1);
    }
    function* second(): Coroutine<void> {
      for (let i = 0; i < 3; i++) {
        semaphore.release();
      }
      expect(semaphore.locked()).toBe(true);
      yield* semaphore.acquire();
      order.push(2);
    }
    function* third(): Coroutine<void> {
      yield* semaphore.acquire();
      expect(semaphore.locked()).toBe(true);
      order.push(3);
    }
    tasks.push(createTask(first()), createTask(second()), createTask(third()));
    yield;
    yield;
    yield* gather(tasks);
    expect(order).toEqual([1, 2, 3, 4]);
  });
});
