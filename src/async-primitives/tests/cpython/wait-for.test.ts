import { describe, expect } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  Future,
  getRunningLoop,
  shield,
  sleep,
  TimeoutError,
  wait,
  waitFor,
} from "../../index.ts";
import { countIterations, start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

/** Sleeps for as long as it was told, however often it is cancelled. */
function* stubborn(delay: number): Coroutine<void> {
  const loop = getRunningLoop();
  const end = loop.time() + delay;
  while (loop.time() < end) {
    try {
      yield* sleep(end - loop.time());
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }
}

/** Sleeps, and takes a moment to clean up. */
function* cleanUpSlowly(notes: string[]): Coroutine<void> {
  try {
    yield* sleep(10);
  } finally {
    yield* sleep(0.0001);
    notes.push("cleaned up");
  }
}

describe("waiting for so long", () => {
  // test_waitfor.AsyncioWaitForTest.test_wait_for
  loopTest("cancels a task that takes longer", function* () {
    const task = createTask(sleep(3600));
    expect(yield* thrownBy(waitFor(task, 0.1))).toBeInstanceOf(TimeoutError);
    expect(task.cancelled()).toBe(true);
    expect(getRunningLoop().time()).toBe(0.1);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_blocking
  loopTest("has no end with null", function* () {
    expect(yield* waitFor(sleep(1e6, "done"), null)).toBe("done");
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_race_condition
  loopTest("answers with what a future is given meanwhile", function* () {
    const future = new Future<string>();
    getRunningLoop().callSoon(() => future.setResult("ok"));
    expect(yield* waitFor(future, 0.2)).toBe("ok");
  });

  // test_waitfor.AsyncioWaitForTest.test_asyncio_wait_for_timeout
  loopTest("waits on until a task that refuses to be cancelled has ended", function* () {
    yield* waitFor(stubborn(0.2), 0.1);
    expect(getRunningLoop().time()).toBe(0.2);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_cancellation_race_condition
  loopTest("answers with the result of a coroutine that swallowed the cancellation", function* () {
    function* inner(): Coroutine<number> {
      expect(yield* thrownBy(sleep(1))).toBeInstanceOf(CancelledError);
      return 1;
    }
    expect(yield* waitFor(inner(), 0.01)).toBe(1);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_cancel_suppressed
  loopTest("answers with what a coroutine returns instead of being cancelled", function* () {
    function* instead(): Coroutine<number> {
      try {
        yield* sleep(10);
        return 0;
      } catch {
        return 42;
      }
    }
    expect(yield* waitFor(instead(), 0.1)).toBe(42);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_waits_for_task_cancellation
  loopTest("waits until a task has cleaned up, and says what was the cause", function* () {
    const notes: string[] = [];
    const error = yield* thrownBy(waitFor(createTask(cleanUpSlowly(notes)), 0.0001));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).cause).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["cleaned up"]);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_reraises_exception_during_cancellation
  loopTest("passes on what a task throws instead of being cancelled", function* () {
    function* inner(): Coroutine<void> {
      try {
        yield* sleep(0.2);
      } catch {
        throw new Error("instead");
      }
    }
    expect(yield* thrownBy(waitFor(createTask(inner()), 0.0001))).toEqual(new Error("instead"));
  });
});

describe("waiting without any time", () => {
  // test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0_future_done
  loopTest("answers with the result of a future that is done", function* () {
    const future = new Future<string>();
    future.setResult("done");
    expect(yield* waitFor(future, 0)).toBe("done");
  });

  loopTest("does not give up its turn for a future that is done", function* () {
    const future = new Future<void>();
    future.setResult();
    expect(yield* countIterations(waitFor(future, 0))).toBe(0);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0_coroutine_do_not_started
  loopTest("never starts a coroutine", function* () {
    let started = false;
    function* child(): Coroutine<void> {
      started = true;
    }
    expect(yield* thrownBy(waitFor(child(), 0))).toBeInstanceOf(TimeoutError);
    expect(started).toBe(false);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0
  loopTest("cancels a task that runs, be it 0 or less", function* () {
    for (const delay of [0, -1]) {
      const task = yield* start(sleep(10));
      expect(yield* thrownBy(waitFor(task, delay))).toBeInstanceOf(TimeoutError);
      expect(task.cancelled()).toBe(true);
    }
    expect(getRunningLoop().time()).toBe(0);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_waits_for_task_cancellation_w_timeout_0
  loopTest("still waits until a task has cleaned up", function* () {
    const notes: string[] = [];
    const task = createTask(cleanUpSlowly(notes));
    yield* sleep(0.0001);
    const error = yield* thrownBy(waitFor(task, 0));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).cause).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["cleaned up"]);
  });
});

describe("a waitFor that is cancelled", () => {
  // test_waitfor.AsyncioWaitForTest.test_asyncio_wait_for_cancelled
  loopTest("lets a coroutine that refuses to be cancelled go on", function* () {
    const waiting = yield* start(waitFor(stubborn(0.2), 0.4));
    waiting.cancel();
    yield* wait([waiting]);
    expect(getRunningLoop().time()).toBe(0.2);
    expect(waiting.cancelled()).toBe(false);
  });

  // test_waitfor.AsyncioWaitForTest.test_cancel_blocking_wait_for
  loopTest("cancels its task when it has no timeout", function* () {
    const task = createTask(sleep(3600));
    const waiting = createTask(waitFor(task, null));
    getRunningLoop().callSoon(() => waiting.cancel());
    expect(yield* thrownBy(waiting)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
  });

  // test_waitfor.AsyncioWaitForTest.test_cancel_wait_for
  loopTest("cancels its task when it has a timeout", function* () {
    const task = createTask(sleep(3600));
    const waiting = createTask(waitFor(task, 60));
    getRunningLoop().callSoon(() => waiting.cancel());
    expect(yield* thrownBy(waiting)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
  });

  // test_waitfor.AsyncioWaitForTest.test_wait_for_issue86296
  loopTest("is cancelled even if its task has just ended", function* () {
    function* inner(): Coroutine<string> {
      return "done";
    }
    const innerTask = createTask(inner());
    let reachedEnd = false;
    function* waiter(): Coroutine<void> {
      yield* waitFor(innerTask, 100);
      yield* sleep(1);
      reachedEnd = true;
    }
    const task = yield* start(waiter());
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(yield* innerTask).toBe("done");
    expect(reachedEnd).toBe(false);
  });
});

describe("a shield inside waitFor", () => {
  // test_waitfor.WaitForShieldTests.test_zero_timeout
  loopTest("is cancelled instead of the task behind it when there is no time", function* () {
    const task = createTask(sleep(0.01, "done"));
    const shielded = shield(task);
    expect(yield* thrownBy(waitFor(shielded, 0))).toBeInstanceOf(TimeoutError);
    expect(shielded.cancelled()).toBe(true);
    expect(task.done()).toBe(false);
    expect(yield* task).toBe("done");
  });

  // test_waitfor.WaitForShieldTests.test_none_timeout
  loopTest("waits for the task behind it when there is no end", function* () {
    const task = createTask(sleep(0.1, "done"));
    yield* waitFor(shield(task), null);
    expect(task.result()).toBe("done");
  });

  // test_waitfor.WaitForShieldTests.test_shielded_timeout
  loopTest("keeps the task behind it going when the time is over", function* () {
    const task = createTask(sleep(0.1, "done"));
    expect(yield* thrownBy(waitFor(shield(task), 0.01))).toBeInstanceOf(TimeoutError);
    expect(task.done()).toBe(false);
    expect(yield* task).toBe("done");
  });
});
