import { describe, expect, test } from "vitest";
import {
  Barrier,
  BrokenBarrierError,
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  type Task,
} from "../../index.ts";
import { start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

const parties = 5;

function tasksOf<T>(count: number, make: () => Coroutine<T>): Task<T>[] {
  return Array.from({ length: count }, () => createTask(make()));
}

/** Whether something that waits at a barrier ended because that was reset or aborted. */
function* isBroken(waiting: Coroutine<unknown>): Coroutine<boolean> {
  try {
    yield* waiting;
    return false;
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) {
      throw error;
    }
    return true;
  }
}

function expectOpen(barrier: Barrier): void {
  expect(barrier.nWaiting).toBe(0);
  expect(barrier.broken).toBe(false);
}

describe("a barrier", () => {
  // test_locks.BarrierTests.test_barrier
  loopTest("cannot be awaited itself", function* () {
    const barrier = new Barrier(parties);
    // @ts-expect-error: only what wait() answers with can be awaited
    expect(yield* thrownBy(barrier)).toBeInstanceOf(TypeError);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_barrier_parties
  test("needs at least one party", () => {
    expect(() => new Barrier(0)).toThrow(RangeError);
    expect(() => new Barrier(-4)).toThrow(RangeError);
    expect(new Barrier(parties).parties).toBe(parties);
  });

  // test_locks.BarrierTests.test_context_manager
  loopTest("gives each block that it lets in its index", function* () {
    const barrier = new Barrier(3);
    const indices: number[] = [];
    function* party(): Coroutine<void> {
      yield* barrier.with(function* (index) {
        indices.push(index);
      });
    }
    yield* gather(tasksOf(3, party));
    expect(indices.sort()).toEqual([0, 1, 2]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_filling_one_task
  loopTest("of one lets everybody through", function* () {
    const barrier = new Barrier(1);
    function* through(): Coroutine<string> {
      return "through";
    }
    expect(yield* barrier.with(through)).toBe("through");
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_filling_one_task_twice
  loopTest("of one can be passed again and again", function* () {
    const barrier = new Barrier(1);
    const first = yield* start(barrier.wait());
    expect(barrier.nWaiting).toBe(0);
    const second = yield* start(barrier.wait());
    expect([first.result(), second.result()]).toEqual([0, 0]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_filling_task_by_task
  loopTest("counts those who wait, until all have come", function* () {
    const barrier = new Barrier(3);
    const first = yield* start(barrier.wait());
    expect(barrier.nWaiting).toBe(1);
    const second = yield* start(barrier.wait());
    expect(barrier.nWaiting).toBe(2);
    const third = yield* start(barrier.wait());
    yield* gather(first, second, third);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_filling_tasks_wait_twice
  loopTest("can be used twice by the same tasks", function* () {
    const barrier = new Barrier(parties);
    const rounds: number[] = [];
    function* party(): Coroutine<void> {
      yield* barrier.with(function* () {
        rounds.push(1);
        yield* barrier.with(function* () {
          rounds.push(2);
        });
      });
    }
    yield* gather(tasksOf(parties, party));
    expect(rounds).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_filling_tasks_check_return_value
  loopTest("gives out each index once in every round", function* () {
    const barrier = new Barrier(parties);
    function* party(): Coroutine<number> {
      yield* barrier.wait();
      return yield* barrier.with(function* (index) {
        return index;
      });
    }
    const indices = yield* gather(tasksOf(parties, party));
    expect(indices.sort()).toEqual([0, 1, 2, 3, 4]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_blocking_tasks_while_draining
  loopTest("keeps newcomers out until all of the last round have left", function* () {
    const barrier = new Barrier(parties);
    const others = new Barrier(3);
    let again = 2;
    let rounds = 0;
    function* party(): Coroutine<void> {
      yield* barrier.wait();
      if (again > 0) {
        again--;
      } else {
        yield* others.wait();
      }
      yield* barrier.wait();
      rounds++;
    }
    yield* gather(tasksOf(parties, party));
    expect(rounds).toBe(parties);
  });

  // test_locks.BarrierTests.test_filling_tasks_cancel_one
  loopTest("does not count a party that was cancelled", function* () {
    const barrier = new Barrier(3);
    let through = 0;
    function* party(): Coroutine<void> {
      yield* barrier.wait();
      through++;
    }
    const cancelled = yield* start(party());
    const second = yield* start(party());
    expect(barrier.nWaiting).toBe(2);
    cancelled.cancel();
    yield;
    expect(barrier.nWaiting).toBe(1);
    expect(yield* thrownBy(cancelled)).toBeInstanceOf(CancelledError);

    const third = yield* start(party());
    expect(barrier.nWaiting).toBe(2);
    yield* gather(second, third, createTask(party()));
    expect(through).toBe(3);
    expectOpen(barrier);
  });
});

describe("resetting a barrier", () => {
  // test_locks.BarrierTests.test_reset_barrier
  loopTest("does nothing when nobody waits", function* () {
    const barrier = new Barrier(1);
    yield* start(barrier.reset());
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_reset_barrier_while_tasks_waiting
  loopTest("breaks the wait of those who wait", function* () {
    const barrier = new Barrier(parties);
    const tasks = tasksOf(parties - 1, () => isBroken(barrier.wait()));
    yield;
    createTask(barrier.reset());
    expect(yield* gather(tasks)).toEqual([true, true, true, true]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_reset_barrier_when_tasks_half_draining
  loopTest("breaks the wait of those who have not left yet", function* () {
    const barrier = new Barrier(parties);
    let left = 0;
    function* party(): Coroutine<boolean> {
      const wasInside = yield* isBroken(barrier.wait());
      if (!wasInside && ++left === 3) {
        yield* barrier.reset();
      }
      return wasInside;
    }
    const broken = yield* gather(tasksOf(parties, party));
    expect(broken.filter(Boolean)).toHaveLength(2);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_reset_barrier_when_tasks_half_draining_half_blocking
  loopTest("does not break the wait of newcomers that are not let in yet", function* () {
    const barrier = new Barrier(parties);
    let brokenInside = 0;
    let brokenOutside = 0;
    let left = 0;
    function* party(): Coroutine<void> {
      if (yield* isBroken(barrier.wait())) {
        brokenInside++;
        yield* barrier.wait();
        return;
      }
      if (++left > 2) {
        yield* barrier.reset();
        yield* barrier.wait();
        return;
      }
      if (yield* isBroken(barrier.wait())) {
        brokenOutside++;
      }
    }
    yield* gather(tasksOf(parties, party));
    expect([brokenInside, brokenOutside]).toEqual([2, 0]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_reset_barrier_while_tasks_waiting_and_waiting_again
  loopTest("lets those whose wait it broke wait again", function* () {
    const barrier = new Barrier(parties);
    let broken = 0;
    let through = 0;
    function* party(): Coroutine<void> {
      if (yield* isBroken(barrier.wait())) {
        broken++;
      }
      yield* barrier.wait();
      through++;
    }
    const tasks = tasksOf(parties - 1, party);
    yield* start(barrier.reset());
    createTask(barrier.wait());
    yield* gather(tasks);
    expect([broken, through]).toEqual([4, 4]);
    expectOpen(barrier);
  });

  // test_locks.BarrierTests.test_reset_barrier_while_tasks_draining
  loopTest("after the last one has left does not disturb the next round", function* () {
    const barrier = new Barrier(parties);
    let left = 0;
    const brokenInNextRound: boolean[] = [];
    let through = 0;
    function* party(): Coroutine<void> {
      yield* barrier.wait();
      if (++left === parties) {
        yield* barrier.reset();
        yield* barrier.wait();
      } else {
        brokenInNextRound.push(yield* isBroken(barrier.wait()));
      }
      yield* barrier.wait();
      through++;
    }
    yield* gather(tasksOf(parties, party));
    expect(brokenInNextRound).toEqual([false, false, false, false]);
    expect(through).toBe(parties);
    expectOpen(barrier);
  });
});

describe("aborting a barrier", () => {
  // test_locks.BarrierTests.test_abort_barrier
  loopTest("breaks it for good", function* () {
    const barrier = new Barrier(1);
    yield* start(barrier.abort());
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(true);
  });

  // test_locks.BarrierTests.test_abort_barrier_when_tasks_half_draining_half_blocking
  loopTest("breaks the wait of those inside and of those who are not let in yet", function* () {
    const barrier = new Barrier(parties);
    let brokenInside = 0;
    let brokenOutside = 0;
    let left = 0;
    function* party(): Coroutine<void> {
      if (yield* isBroken(barrier.wait())) {
        brokenInside++;
        return;
      }
      if (++left > 2) {
        yield* barrier.abort();
        return;
      }
      if (yield* isBroken(barrier.wait())) {
        brokenOutside++;
      }
    }
    yield* gather(tasksOf(parties, party));
    expect([brokenInside, brokenOutside]).toEqual([2, 2]);
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(true);
  });

  // test_locks.BarrierTests.test_abort_barrier_when_exception
  loopTest("tells all others that one of them has failed", function* () {
    const barrier = new Barrier(parties);
    let told = 0;
    function* passTwice(): Coroutine<void> {
      if ((yield* barrier.wait()) === 2) {
        yield* barrier.abort();
      } else {
        yield* barrier.wait();
      }
    }
    function* party(): Coroutine<void> {
      if (yield* isBroken(passTwice())) {
        told++;
      }
    }
    yield* gather(tasksOf(parties, party));
    expect(told).toBe(parties - 1);
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(true);
  });

  // test_locks.BarrierTests.test_abort_barrier_when_exception_then_resetting
  loopTest("can be undone with a reset", function* () {
    const barrier = new Barrier(parties);
    const meeting = new Barrier(parties);
    let told = 0;
    let through = 0;
    function* passTwice(): Coroutine<void> {
      if ((yield* barrier.wait()) === 2) {
        yield* barrier.abort();
      } else {
        yield* barrier.wait();
      }
    }
    function* party(): Coroutine<void> {
      if (yield* isBroken(passTwice())) {
        told++;
      }
      if ((yield* meeting.wait()) === 2) {
        yield* barrier.reset();
      }
      yield* meeting.wait();
      yield* barrier.wait();
      through++;
    }
    yield* gather(tasksOf(parties, party));
    expect([told, through]).toEqual([parties - 1, parties]);
    expectOpen(barrier);
  });
});
