import { describe, expect, test } from "vitest";
import {
  BoundedSemaphore,
  CancelledError,
  Condition,
  type Coroutine,
  createTask,
  Event,
  Future,
  getRunningLoop,
  Lock,
  RuntimeError,
  Semaphore,
  sleep,
} from "../../index.ts";
import { start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

describe("a lock", () => {
  // test_locks.LockTests.test_lock
  loopTest("cannot be awaited itself", function* () {
    const lock = new Lock();
    // @ts-expect-error: only what acquire() answers with can be awaited
    expect(yield* thrownBy(lock)).toBeInstanceOf(TypeError);
    expect(lock.locked()).toBe(false);
  });

  // test_locks.LockTests.test_lock_by_with_statement
  test.each([
    ["Lock", new Lock()],
    ["Condition", new Condition()],
    ["Semaphore", new Semaphore()],
    ["BoundedSemaphore", new BoundedSemaphore()],
  ])("%s does not become locked by a block that forgot to acquire it", (_, lock) => {
    // @ts-expect-error: what is not acquired cannot be awaited, so there is nothing to hold a block with
    const block = () => lock[Symbol.iterator]();
    expect(block).toThrow(TypeError);
    expect(lock.locked()).toBe(false);
  });

  // test_locks.LockTests.test_acquire
  loopTest("lets those who wait in one after the other", function* () {
    const lock = new Lock();
    const order: number[] = [];
    function* enter(name: number): Coroutine<void> {
      yield* lock.acquire();
      order.push(name);
    }
    yield* lock.acquire();
    createTask(enter(1));
    createTask(enter(2));
    yield;
    expect(order).toEqual([]);

    lock.release();
    yield;
    yield;
    expect(order).toEqual([1]);

    createTask(enter(3));
    lock.release();
    yield;
    expect(order).toEqual([1, 2]);

    lock.release();
    yield;
    expect(order).toEqual([1, 2, 3]);
  });

  // test_locks.LockTests.test_acquire_cancel
  loopTest("forgets a waiter that is cancelled", function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const waiter = createTask(lock.acquire());
    getRunningLoop().callSoon(() => waiter.cancel());
    expect(yield* thrownBy(waiter)).toBeInstanceOf(CancelledError);
    lock.release();
    expect(lock.locked()).toBe(false);
  });

  // test_locks.LockTests.test_cancel_race
  loopTest("wakes the next one when the first is cancelled as it is released", function* () {
    const lock = new Lock();
    function* hold(until?: Future<void>): Coroutine<void> {
      yield* lock.with(function* () {
        if (until !== undefined) {
          yield* until;
        }
      });
    }
    const until = new Future<void>();
    const a = yield* start(hold(until));
    expect(lock.locked()).toBe(true);
    const b = yield* start(hold());
    const c = yield* start(hold());

    until.setResult();
    b.cancel();
    yield;
    expect(lock.locked()).toBe(false);
    expect(a.done()).toBe(true);
    expect(b.cancelled()).toBe(true);
    yield* c;
  });

  // test_locks.LockTests.test_cancel_release_race
  loopTest("lets in only one when a waiter is cancelled just before it is released", function* () {
    const lock = new Lock();
    let called = 0;
    let entered = 0;
    function* enter(): Coroutine<void> {
      called++;
      yield* lock.acquire();
      entered++;
    }
    yield* lock.acquire();
    const first = createTask(enter());
    const second = createTask(enter());
    const third = createTask(enter());
    yield;

    getRunningLoop().callSoon(() => {
      first.cancel();
      lock.release();
    });
    expect(yield* thrownBy(first)).toBeInstanceOf(CancelledError);
    expect([called, entered]).toEqual([3, 1]);
    expect(second.done()).toBe(true);

    third.cancel();
    yield;
    expect(third.cancelled()).toBe(true);
  });

  // test_locks.LockTests.test_finished_waiter_cancelled
  loopTest("goes to the next one when the one that it woke is cancelled", function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const first = yield* start(lock.acquire());
    const second = createTask(lock.acquire());
    first.cancel();
    lock.release();
    yield;
    expect(lock.locked()).toBe(true);
    expect(first.cancelled()).toBe(true);
    yield* second;
  });

  // test_locks.LockTests.test_release_not_acquired
  test("cannot be released when nobody holds it", () => {
    expect(() => new Lock().release()).toThrow(RuntimeError);
  });

  // test_locks.LockTests.test_release_no_waiters
  loopTest("is free once it is released and nobody waits", function* () {
    const lock = new Lock();
    yield* lock.acquire();
    expect(lock.locked()).toBe(true);
    lock.release();
    expect(lock.locked()).toBe(false);
  });

  // test_locks.LockTests.test_context_manager
  loopTest("is held for the length of its block", function* () {
    const lock = new Lock();
    expect(lock.locked()).toBe(false);
    yield* lock.with(function* () {
      expect(lock.locked()).toBe(true);
    });
    expect(lock.locked()).toBe(false);
  });
});

describe("an event", () => {
  // test_locks.EventTests.test_wait
  loopTest("lets go who comes after it was set before those who waited", function* () {
    const event = new Event();
    const order: number[] = [];
    function* waiter(name: number): Coroutine<void> {
      if (yield* event.wait()) {
        order.push(name);
      }
    }
    const tasks = [createTask(waiter(1)), createTask(waiter(2))];
    yield;
    expect(event.isSet()).toBe(false);
    expect(order).toEqual([]);

    tasks.push(createTask(waiter(3)));
    event.set();
    yield;
    expect(order).toEqual([3, 1, 2]);
    expect(tasks.every((task) => task.done())).toBe(true);
  });

  // test_locks.EventTests.test_wait_on_set
  loopTest("answers true at once when it is set", function* () {
    const event = new Event();
    event.set();
    expect(yield* event.wait()).toBe(true);
  });

  // test_locks.EventTests.test_wait_cancel
  loopTest("can be set after a waiter was cancelled", function* () {
    const event = new Event();
    const waiter = createTask(event.wait());
    getRunningLoop().callSoon(() => waiter.cancel());
    expect(yield* thrownBy(waiter)).toBeInstanceOf(CancelledError);
    event.set();
    expect(yield* event.wait()).toBe(true);
  });

  // test_locks.EventTests.test_clear
  test("is set until it is cleared", () => {
    const event = new Event();
    expect(event.isSet()).toBe(false);
    event.set();
    expect(event.isSet()).toBe(true);
    event.clear();
    expect(event.isSet()).toBe(false);
  });

  // test_locks.EventTests.test_clear_with_waiters
  loopTest("lets those go who waited, even if it is cleared and set again before they run", function* () {
    const event = new Event();
    const order: string[] = [];
    function* waiter(): Coroutine<string> {
      if (yield* event.wait()) {
        order.push("went on");
      }
      return "done";
    }
    const task = yield* start(waiter());
    event.set();
    event.clear();
    expect(event.isSet()).toBe(false);
    event.set();
    event.set();
    yield;
    expect(order).toEqual(["went on"]);
    expect(task.result()).toBe("done");
  });
});

describe("what tasks wait at", () => {
  // test_locks.LockTests.test_lock_doesnt_accept_loop_parameter
  loopTest("takes no loop when it is made", function* () {
    const options = { loop: getRunningLoop() };
    // @ts-expect-error: a number of permits is what it takes
    expect(() => new Semaphore(options)).toThrow(TypeError);
    // @ts-expect-error: a number of permits is what it takes
    expect(() => new BoundedSemaphore(options)).toThrow(TypeError);
    // @ts-expect-error: it takes nothing
    new Lock(options);
    // @ts-expect-error: it takes nothing
    new Event(options);
    // @ts-expect-error: it takes a lock
    expect(() => new Condition(options)).toThrow(TypeError);
    yield* sleep(0);
  });
});
