import { describe, expect, test } from "vitest";
import {
  CancelledError,
  Condition,
  type Coroutine,
  createTask,
  getRunningLoop,
  Lock,
  RuntimeError,
  type Task,
  TimeoutError,
  timeout,
  waitFor,
} from "../../index.ts";
import { runVirtual, start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

/** Runs three tasks that wait to be notified and note when they were; those that should keep the lock. */
function* startWaiters(condition: Condition, order: number[], keepLock: boolean): Coroutine<Task<void>[]> {
  function* waiter(name: number): Coroutine<void> {
    yield* condition.acquire();
    yield* condition.wait();
    order.push(name);
    if (!keepLock) {
      condition.release();
    }
  }
  const tasks = [1, 2, 3].map((name) => createTask(waiter(name)));
  yield;
  return tasks;
}

function* notify(condition: Condition, ...counts: number[]): Coroutine<void> {
  yield* condition.acquire();
  for (const count of counts) {
    condition.notify(count);
  }
  condition.release();
}

describe("waiting at a condition", () => {
  // test_locks.ConditionTests.test_wait
  loopTest("ends when it is notified and the lock is free again, one after the other", function* () {
    const condition = new Condition();
    const order: number[] = [];
    const tasks = yield* startWaiters(condition, order, true);
    expect(condition.locked()).toBe(false);

    yield* condition.acquire();
    condition.notify();
    yield;
    expect(order).toEqual([]);
    condition.release();
    yield;
    expect(order).toEqual([1]);
    expect(condition.locked()).toBe(true);

    condition.notify(2);
    yield;
    expect(order).toEqual([1]);
    condition.release();
    yield;
    expect(order).toEqual([1, 2]);
    condition.release();
    yield;
    expect(order).toEqual([1, 2, 3]);
    expect(condition.locked()).toBe(true);
    expect(tasks.every((task) => task.done())).toBe(true);
  });

  // test_locks.ConditionTests.test_wait_cancel
  loopTest("takes the lock back when it is cancelled", function* () {
    const condition = new Condition();
    yield* condition.acquire();
    const waiter = createTask(condition.wait());
    getRunningLoop().callSoon(() => waiter.cancel());
    expect(yield* thrownBy(waiter)).toBeInstanceOf(CancelledError);
    expect(condition.locked()).toBe(true);
  });

  // test_locks.ConditionTests.test_wait_cancel_contested
  loopTest("takes the lock back when it is cancelled while somebody else has the lock", function* () {
    const condition = new Condition();
    const loop = getRunningLoop();
    yield* condition.acquire();
    const waiter = yield* start(condition.wait());
    expect(condition.locked()).toBe(false);

    yield* condition.acquire();
    condition.notify();
    loop.callSoon(() => waiter.cancel());
    loop.callSoon(() => condition.release());
    expect(yield* thrownBy(waiter)).toBeInstanceOf(CancelledError);
    expect(condition.locked()).toBe(true);
  });

  // test_locks.ConditionTests.test_wait_cancel_after_notify
  loopTest("throws the cancellation that came while it waited for the lock", function* () {
    const condition = new Condition();
    let entered = false;
    function* waiter(): Coroutine<void> {
      yield* condition.with(function* () {
        entered = true;
        yield* condition.wait();
      });
    }
    const task = yield* start(waiter());
    yield* condition.acquire();
    condition.notify();
    yield;
    task.cancel();
    yield;
    condition.release();
    yield;
    expect(task.cancelled()).toBe(true);
    expect(entered).toBe(true);
  });

  // test_locks.ConditionTests.test_wait_unacquired
  loopTest("needs the lock", function* () {
    expect(yield* thrownBy(new Condition().wait())).toBeInstanceOf(RuntimeError);
  });

  // test_locks.ConditionTests.test_timeout_in_block
  loopTest("can time out", function* () {
    const condition = new Condition();
    yield* condition.with(function* () {
      expect(yield* thrownBy(waitFor(condition.wait(), 0.5))).toBeInstanceOf(TimeoutError);
      expect(condition.locked()).toBe(true);
    });
    expect(condition.locked()).toBe(false);
  });

  // test_locks.ConditionTests.test_cancelled_error_wakeup
  loopTest("throws the very error that cancelled it", function* () {
    const condition = new Condition();
    let raised: unknown;
    function* waiter(): Coroutine<void> {
      yield* condition.with(function* () {
        raised = yield* thrownBy(condition.waitFor(() => false));
        throw raised;
      });
    }
    const task = yield* start(waiter());
    task.cancel("foo");
    const error = yield* thrownBy(task);
    expect(error).toBe(raised);
    expect((error as CancelledError).message).toBe("foo");
  });

  // test_locks.ConditionTests.test_cancelled_error_re_aquire
  loopTest("throws the very error that cancelled it while it took the lock back", function* () {
    const condition = new Condition();
    let wake = false;
    let raised: unknown;
    function* waiter(): Coroutine<void> {
      yield* condition.with(function* () {
        raised = yield* thrownBy(condition.waitFor(() => wake));
        throw raised;
      });
    }
    const task = yield* start(waiter());
    yield* condition.acquire();
    wake = true;
    condition.notify();
    yield;
    task.cancel("foo");
    condition.release();
    const error = yield* thrownBy(task);
    expect(error).toBe(raised);
    expect((error as CancelledError).message).toBe("foo");
  });
});

describe("waiting for a predicate", () => {
  // test_locks.ConditionTests.test_wait_for
  loopTest("goes on waiting when it is notified too early", function* () {
    const condition = new Condition();
    let ready = false;
    let went = false;
    function* waiter(): Coroutine<void> {
      yield* condition.acquire();
      yield* condition.waitFor(() => ready);
      went = true;
      condition.release();
    }
    const task = yield* start(waiter());
    yield* notify(condition, 1);
    yield;
    expect(went).toBe(false);

    ready = true;
    yield* notify(condition, 1);
    yield;
    expect(went).toBe(true);
    expect(task.done()).toBe(true);
  });

  // test_locks.ConditionTests.test_wait_for_unacquired
  loopTest("needs the lock only if it has to wait", function* () {
    const condition = new Condition();
    expect(yield* condition.waitFor(() => [1, 2, 3])).toEqual([1, 2, 3]);
    expect(yield* thrownBy(condition.waitFor(() => false))).toBeInstanceOf(RuntimeError);
  });
});

describe("notifying", () => {
  // test_locks.ConditionTests.test_notify
  loopTest("wakes as many as it is told, and no more than there are", function* () {
    const condition = new Condition();
    const order: number[] = [];
    const tasks = yield* startWaiters(condition, order, false);
    yield* notify(condition, 1);
    yield;
    expect(order).toEqual([1]);

    yield* notify(condition, 1, 2048);
    yield;
    expect(order).toEqual([1, 2, 3]);
    expect(tasks.every((task) => task.done())).toBe(true);
  });

  // test_locks.ConditionTests.test_notify_all
  loopTest("all wakes all, in the order in which they came", function* () {
    const condition = new Condition();
    const order: number[] = [];
    yield* startWaiters(condition, order, false);
    yield* condition.acquire();
    condition.notifyAll();
    condition.release();
    yield;
    expect(order).toEqual([1, 2, 3]);
  });

  // test_locks.ConditionTests.test_notify_unacquired
  test("needs the lock", () => {
    expect(() => new Condition().notify()).toThrow(RuntimeError);
  });

  // test_locks.ConditionTests.test_notify_all_unacquired
  test("all needs the lock", () => {
    expect(() => new Condition().notifyAll()).toThrow(RuntimeError);
  });

  /** Two tasks that take away one of what there is, until there is less than nothing. */
  function* startConsumers(condition: Condition, stock: { left: number }): Coroutine<Task<void>[]> {
    function* consumer(): Coroutine<void> {
      yield* condition.with(function* () {
        while (true) {
          yield* condition.waitFor(() => stock.left !== 0);
          if (stock.left < 0) {
            return;
          }
          stock.left--;
        }
      });
    }
    const consumers = [createTask(consumer()), createTask(consumer())];
    yield;
    return consumers;
  }

  function* untilSoldOut(condition: Condition, stock: { left: number }): Coroutine<void> {
    yield* timeout(0.01, () => condition.waitFor(() => stock.left === 0) as Coroutine<unknown>);
  }

  // test_locks.ConditionTests.test_cancelled_wakeup
  loopTest("reaches another one when the one that it woke is cancelled", function* () {
    const condition = new Condition();
    const stock = { left: 0 };
    const [cancelled, other] = (yield* startConsumers(condition, stock)) as [Task<void>, Task<void>];
    yield* condition.with(function* () {
      stock.left = 1;
      condition.notify(1);
      cancelled.cancel();
      expect(yield* thrownBy(untilSoldOut(condition, stock))).toBeInstanceOf(TimeoutError);
      expect(stock.left).toBe(0);
      stock.left = -1;
      condition.notifyAll();
    });
    yield* other;
  });

  // test_locks.ConditionTests.test_cancelled_wakeup_relock
  loopTest("reaches another one when the one that it woke is cancelled as it takes the lock", function* () {
    const condition = new Condition();
    const stock = { left: 0 };
    const [cancelled, other] = (yield* startConsumers(condition, stock)) as [Task<void>, Task<void>];
    yield* condition.with(function* () {
      stock.left = 1;
      condition.notify(1);
      yield;
      cancelled.cancel();
      expect(yield* thrownBy(untilSoldOut(condition, stock))).toBeInstanceOf(TimeoutError);
      expect(stock.left).toBe(0);
      stock.left = -1;
      condition.notifyAll();
    });
    yield* other;
  });
});

describe("the lock of a condition", () => {
  // test_locks.ConditionTests.test_context_manager
  loopTest("is held for the length of its block", function* () {
    const condition = new Condition();
    expect(condition.locked()).toBe(false);
    yield* condition.with(function* () {
      expect(condition.locked()).toBe(true);
    });
    expect(condition.locked()).toBe(false);
  });

  // test_locks.ConditionTests.test_explicit_lock
  loopTest("may be one of yours, and is then held whichever of the two is acquired", function* () {
    const lock = new Lock();
    const condition = new Condition(lock);
    const locked = () => [lock.locked(), condition.locked()];
    yield* condition.with(function* () {
      expect(locked()).toEqual([true, true]);
    });
    expect(locked()).toEqual([false, false]);
    yield* lock.with(function* () {
      expect(locked()).toEqual([true, true]);
    });
    expect(locked()).toEqual([false, false]);
  });

  // test_locks.ConditionTests.test_ambiguous_loops
  test("refuses to be waited for on two loops", async () => {
    const lock = new Lock();
    function* holdAndWait(): Coroutine<void> {
      yield* lock.acquire();
      yield* start(lock.acquire());
    }
    function* acquireElsewhere(): Coroutine<unknown> {
      return yield* thrownBy(new Condition(lock).acquire());
    }
    await runVirtual(holdAndWait());
    const error = await runVirtual(acquireElsewhere());
    expect(error).toBeInstanceOf(RuntimeError);
    expect((error as RuntimeError).message).toContain("bound to a different event loop");
  });

  // test_locks.ConditionTests.test_ambiguous_loops
  test("is not all that matters: the condition too belongs to one loop", async () => {
    const condition = new Condition();
    function* waitShortly(): Coroutine<unknown> {
      return yield* condition.with(() => thrownBy(waitFor(condition.wait(), 1)));
    }
    expect(await runVirtual(waitShortly())).toBeInstanceOf(TimeoutError);
    expect(await runVirtual(waitShortly())).toBeInstanceOf(RuntimeError);
  });
});
