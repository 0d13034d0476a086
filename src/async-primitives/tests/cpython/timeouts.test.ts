import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  EventLoop,
  ExceptionGroup,
  getRunningLoop,
  RuntimeError,
  run,
  sleep,
  type Task,
  type Timeout,
  TimeoutError,
  taskGroup,
  timeout,
  timeoutAt,
  VirtualClock,
} from "../../index.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

/** Sleeps in a scope and answers with the scope, which must have thrown a TimeoutError. */
function* expire(delay: number, sleepFor: number): Coroutine<Timeout> {
  let scope: Timeout | undefined;
  const error = yield* thrownBy(
    timeout(delay, function* (inside) {
      scope = inside;
      yield* sleep(sleepFor);
    }),
  );
  expect(error).toBeInstanceOf(TimeoutError);
  return scope as Timeout;
}

/** What a test sees of a block that ends in time. */
function* stay(delay: number | null, sleepFor: number): Coroutine<Timeout> {
  return yield* timeout(delay, function* (scope) {
    yield* sleep(sleepFor);
    return scope;
  });
}

describe("a timeout", () => {
  // test_timeouts.TimeoutTests.test_timeout_basic
  loopTest("ends a block that takes too long", function* () {
    const scope = yield* expire(0.01, 10);
    expect(scope.expired()).toBe(true);
    expect(getRunningLoop().time()).toBe(0.01);
  });

  // test_timeouts.TimeoutTests.test_timeout_at_basic
  loopTest("may be given as a moment", function* () {
    const deadline = getRunningLoop().time() + 0.01;
    let scope: Timeout | undefined;
    const error = yield* thrownBy(
      timeoutAt(deadline, function* (inside) {
        scope = inside;
        yield* sleep(10);
      }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(scope?.expired()).toBe(true);
    expect(scope?.when()).toBe(deadline);
  });

  // test_timeouts.TimeoutTests.test_waiter_cancelled
  loopTest("cancels what its block waits for", function* () {
    let seen: unknown;
    const error = yield* thrownBy(
      timeout(0.01, function* () {
        seen = yield* thrownBy(sleep(10));
        throw seen;
      }),
    );
    expect(seen).toBeInstanceOf(CancelledError);
    expect(error).toBeInstanceOf(TimeoutError);
  });

  // test_timeouts.TimeoutTests.test_timeout_not_called
  loopTest("does nothing to a block that is fast enough", function* () {
    const scope = yield* stay(10, 0.01);
    expect(scope.expired()).toBe(false);
    expect(scope.when()).toBeGreaterThan(getRunningLoop().time());
  });

  // test_timeouts.TimeoutTests.test_timeout_disabled
  loopTest("of null is none", function* () {
    const scope = yield* stay(null, 0.01);
    expect(scope.expired()).toBe(false);
    expect(scope.when()).toBe(null);
  });

  // test_timeouts.TimeoutTests.test_timeout_at_disabled
  loopTest("at the moment null is none", function* () {
    const scope = yield* timeoutAt(null, function* (inside) {
      yield* sleep(0.01);
      return inside;
    });
    expect(scope.expired()).toBe(false);
    expect(scope.when()).toBe(null);
  });

  // test_timeouts.TimeoutTests.test_timeout_zero
  loopTest("of nothing ends its block at the first wait", function* () {
    const scope = yield* expire(0, 10);
    expect(scope.expired()).toBe(true);
    expect(scope.when()).toBe(0);
    expect(getRunningLoop().time()).toBe(0);
  });

  // test_timeouts.TimeoutTests.test_timeout_zero_sleep_zero
  loopTest("of nothing ends its block even if that only gives up its turn", function* () {
    const scope = yield* expire(0, 0);
    expect(scope.expired()).toBe(true);
    expect(scope.when()).toBe(0);
  });

  // test_timeouts.TimeoutTests.test_timeout_in_the_past_sleep_zero
  loopTest("that is over already ends its block at the first wait", function* () {
    const scope = yield* expire(-11, 0);
    expect(scope.expired()).toBe(true);
    expect(scope.when()).toBe(-11);
  });

  // test_timeouts.TimeoutTests.test_outer_task_is_not_cancelled
  loopTest("leaves no mark on the task around it", function* () {
    const task = createTask(expire(0.001, 10));
    yield* task;
    expect(task.cancelled()).toBe(false);
    expect(task.cancelling()).toBe(0);
  });

  // test_timeouts.TimeoutTests.test_timeout_without_task
  loopTest("needs a task around it", function* () {
    const errors: unknown[] = [];
    getRunningLoop().callSoon(() => {
      try {
        timeout(0.01, () => sleep(0)).next();
      } catch (error) {
        errors.push(error);
      }
    });
    yield* sleep(0);
    expect(errors[0]).toBeInstanceOf(RuntimeError);
    expect((errors[0] as RuntimeError).message).toContain("works inside a task");
  });
});

describe("an error of the block", () => {
  // test_timeouts.TimeoutTests.test_foreign_exception_passed
  loopTest("is passed on", function* () {
    let scope: Timeout | undefined;
    const error = yield* thrownBy(
      timeout(0.01, function* (inside) {
        scope = inside;
        throw new Error("foreign");
      }),
    );
    expect(error).toEqual(new Error("foreign"));
    expect(scope?.expired()).toBe(false);
  });

  // test_timeouts.TimeoutTests.test_timeout_exception_context
  loopTest("gives way to the timeout that came while the block cleaned up after it", function* () {
    const error = yield* thrownBy(
      timeout(0.01, function* () {
        try {
          throw new Error("foreign");
        } finally {
          yield* sleep(1);
        }
      }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).cause).toBeInstanceOf(CancelledError);
  });

  // test_timeouts.TimeoutTests.test_foreign_exception_on_timeout
  loopTest("that is thrown because of the timeout is passed on instead", function* () {
    function* crash(): Coroutine<void> {
      try {
        yield* sleep(1);
      } catch {
        throw new Error("crash");
      }
    }
    expect(yield* thrownBy(timeout(0.01, crash))).toEqual(new Error("crash"));
  });

  // test_timeouts.TimeoutTests.test_foreign_exception_on_timeout_2
  loopTest("that is thrown in the last of several clean-ups is passed on instead", function* () {
    function* crash(): Coroutine<void> {
      try {
        try {
          throw new Error("first");
        } finally {
          yield* sleep(1);
        }
      } catch {
        throw new Error("last");
      }
    }
    expect(yield* thrownBy(timeout(0.01, crash))).toEqual(new Error("last"));
  });

  // test_timeouts.TimeoutTests.test_timeout_taskgroup
  loopTest("of a task in a group in the block comes in its group", function* () {
    function* crashInCleanUp(): Coroutine<void> {
      try {
        yield* sleep(2);
      } catch {
        throw new Error("crash");
      }
    }
    const error = yield* thrownBy(
      timeout(0.01, () =>
        taskGroup(function* (group) {
          group.createTask(crashInCleanUp());
          try {
            throw new Error("block");
          } finally {
            yield* sleep(1);
          }
        }),
      ),
    );
    expect(error).toBeInstanceOf(ExceptionGroup);
    expect((error as ExceptionGroup).errors).toEqual([new Error("crash")]);
    expect(currentTask()?.cancelling()).toBe(0);
  });
});

describe("a cancellation by somebody else", () => {
  // test_timeouts.TimeoutTests.test_foreign_cancel_doesnt_timeout_if_not_expired
  loopTest("is not taken for the timeout", function* () {
    let scope: Timeout | undefined;
    const error = yield* thrownBy(
      timeout(10, function* (inside) {
        scope = inside;
        currentTask()?.cancel();
        yield* sleep(10);
      }),
    );
    expect(error).toBeInstanceOf(CancelledError);
    expect(scope?.expired()).toBe(false);
  });

  // test_timeouts.TimeoutTests.test_timeout_after_cancellation
  loopTest("before the timeout does not keep it from working", function* () {
    currentTask()?.cancel();
    expect(yield* thrownBy(sleep(1))).toBeInstanceOf(CancelledError);
    yield* expire(0, 1);
  });

  // test_timeouts.TimeoutTests.test_cancel_in_timeout_after_cancellation
  loopTest("in the block is passed on, also after one that was swallowed", function* () {
    currentTask()?.cancel();
    expect(yield* thrownBy(sleep(1))).toBeInstanceOf(CancelledError);
    const error = yield* thrownBy(
      timeout(1, function* () {
        currentTask()?.cancel();
        yield* sleep(2);
      }),
    );
    expect(error).toBeInstanceOf(CancelledError);
  });
});

describe("a timeout in a timeout", () => {
  // test_timeouts.TimeoutTests.test_nested_timeouts
  loopTest("of the same moment leaves the TimeoutError to the outer one", function* () {
    const deadline = getRunningLoop().time() + 0.01;
    const scopes: Timeout[] = [];
    let seen: unknown;
    const error = yield* thrownBy(
      timeoutAt(deadline, function* (outer) {
        scopes.push(outer);
        seen = yield* thrownBy(
          timeoutAt(deadline, function* (inner) {
            scopes.push(inner);
            yield* sleep(10);
          }),
        );
        throw seen;
      }),
    );
    expect(seen).toBeInstanceOf(CancelledError);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(scopes.map((scope) => scope.expired())).toEqual([true, true]);
  });

  /** Runs a coroutine on a clock that it can move on, as if it had blocked the loop. */
  async function runBlocking(main: (block: (seconds: number) => void) => Coroutine<void>): Promise<number> {
    const clock = new VirtualClock();
    await run(
      main((seconds) => clock.advance(seconds)),
      { loopFactory: () => new EventLoop({ clock }) },
    );
    return clock.time();
  }

  // test_timeouts.TimeoutTests.test_nested_timeouts_concurrent
  test("may be over at the same time as the outer one, when the loop was blocked", async () => {
    await runBlocking(function* (block) {
      let inside: unknown;
      const error = yield* thrownBy(
        timeout(0.002, function* () {
          inside = yield* thrownBy(
            timeout(0.1, function* () {
              block(0.01);
              yield* sleep(1);
            }),
          );
          throw inside;
        }),
      );
      expect(inside).toBeInstanceOf(CancelledError);
      expect(error).toBeInstanceOf(TimeoutError);
    });
  });

  // test_timeouts.TimeoutTests.test_nested_timeouts_loop_busy
  test("leaves the outer one working, also when the loop was blocked", async () => {
    const end = await runBlocking(function* (block) {
      const error = yield* thrownBy(
        timeout(0.1, function* () {
          yield* thrownBy(
            timeout(0.01, function* () {
              block(0.05);
              yield* sleep(1);
            }),
          );
          yield* sleep(10);
        }),
      );
      expect(error).toBeInstanceOf(TimeoutError);
    });
    expect(end).toBeCloseTo(0.1);
  });

  // test_timeouts.TimeoutTests.test_nested_timeout_in_finally
  loopTest("may be used in the clean-up after the outer one has expired", function* () {
    const errors: unknown[] = [];
    errors.push(
      yield* thrownBy(
        timeout(0.01, function* () {
          try {
            yield* sleep(1);
          } finally {
            errors.push(yield* thrownBy(timeout(0.01, () => sleep(10))));
          }
        }),
      ),
    );
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(error).toBeInstanceOf(TimeoutError);
      expect((error as TimeoutError).cause).toBeInstanceOf(CancelledError);
    }
    expect((errors[0] as TimeoutError).cause).not.toBe((errors[1] as TimeoutError).cause);
  });
});

describe("rescheduling a timeout", () => {
  // test_timeouts.TimeoutTests.test_reschedule
  loopTest("moves its moment or takes it away", function* () {
    const loop = getRunningLoop();
    const entered = loop.createFuture<Timeout>();
    const deadline = loop.time() + 10;
    const task: Task<void> = createTask(
      timeoutAt(deadline, function* (inside) {
        entered.setResult(inside);
        yield* sleep(50);
      }),
    );
    const scope = yield* entered;
    expect(scope.when()).toBe(deadline);
    scope.reschedule(deadline + 20);
    expect(scope.when()).toBe(deadline + 20);
    scope.reschedule(null);
    expect(scope.when()).toBe(null);

    yield* sleep(40);
    expect(task.done()).toBe(false);
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(scope.expired()).toBe(false);
  });

  // test_timeouts.TimeoutTests.test_timeout_finished
  loopTest("is too late once its block has ended", function* () {
    const scope = yield* stay(0.01, 0);
    expect(() => scope.reschedule(0.02)).toThrow("finished");
  });

  // test_timeouts.TimeoutTests.test_timeout_expired
  loopTest("is too late once it has expired", function* () {
    const scope = yield* expire(0.01, 1);
    expect(() => scope.reschedule(0.02)).toThrow("expired");
  });

  // test_timeouts.TimeoutTests.test_timeout_expiring
  loopTest("is too late while its block is being ended", function* () {
    yield* timeout(0.01, function* (scope) {
      expect(yield* thrownBy(sleep(1))).toBeInstanceOf(CancelledError);
      expect(() => scope.reschedule(0.02)).toThrow("expiring");
    });
  });
});
