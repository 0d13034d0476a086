import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  Future,
  gather,
  getRunningLoop,
  RuntimeError,
  sleep,
  type Task,
  TimeoutError,
  wait,
} from "../../index.ts";
import { runVirtual, start, virtualLoop } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* waitFor<T>(future: Future<T>): Coroutine<T> {
  return yield* future;
}

describe("cancelling a task", () => {
  // test_tasks.BaseTaskTests.test_cancel
  loopTest("ends it where it sleeps", function* () {
    const task = createTask(sleep(10, 12));
    getRunningLoop().callSoon(() => task.cancel());
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.done()).toBe(true);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
    expect(getRunningLoop().time()).toBe(0);
  });

  // test_tasks.BaseTaskTests.test_cancel_yield
  loopTest("ends it where it only gives up its turn", function* () {
    function* child(): Coroutine<number> {
      yield* sleep(0);
      yield* sleep(0);
      return 12;
    }
    const task = yield* start(child());
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_task_cancel_sleeping_task
  loopTest("ends the wait of whoever waits for it", function* () {
    const sleeper = createTask(sleep(5000));
    getRunningLoop().callLater(0.1, () => sleeper.cancel());
    expect(yield* thrownBy(sleeper)).toBeInstanceOf(CancelledError);
    expect(getRunningLoop().time()).toBe(0.1);
  });

  // test_tasks.BaseTaskTests.test_task_cancel_waiter_future
  loopTest("cancels the future that it waits for", function* () {
    const future = new Future<void>();
    const task = yield* start(waitFor(future));
    expect(task.waitingFor).toBe(future);
    task.cancel();
    yield;
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.waitingFor).toBe(undefined);
    expect(future.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_cancel_inner_future
  loopTest("happens when the future that it waits for is cancelled", function* () {
    const future = new Future<void>();
    const task = yield* start(waitFor(future));
    future.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_cancel_both_task_and_inner_future
  loopTest("may come together with that of the future that it waits for", function* () {
    const future = new Future<void>();
    const task = yield* start(waitFor(future));
    future.cancel();
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(future.cancelled()).toBe(true);
    expect(task.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_cancel_task_catching
  loopTest("may be caught, and then the task has a result", function* () {
    const first = new Future<void>();
    const second = new Future<void>();
    function* child(): Coroutine<number> {
      yield* first;
      try {
        yield* second;
        return 0;
      } catch {
        return 42;
      }
    }
    const task = yield* start(child());
    first.setResult();
    yield;
    expect(task.waitingFor).toBe(second);
    task.cancel();
    expect(second.cancelled()).toBe(true);
    expect(yield* task).toBe(42);
    expect(task.cancelled()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_cancel_task_ignoring
  loopTest("may be ignored, and then the task goes on", function* () {
    const first = new Future<void>();
    const second = new Future<number>();
    function* child(): Coroutine<number> {
      expect(yield* thrownBy(first)).toBeInstanceOf(CancelledError);
      return yield* second;
    }
    const task = yield* start(child());
    task.cancel();
    expect(first.cancelled()).toBe(true);
    yield;
    expect(task.waitingFor).toBe(second);
    second.setResult(42);
    expect(yield* task).toBe(42);
    expect(second.cancelled()).toBe(false);
    expect(task.cancelled()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_baseexception_during_cancel
  loopTest("makes it fail when its coroutine throws something else instead", function* () {
    const instead = new RangeError("instead");
    function* child(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch {
        throw instead;
      }
    }
    const task = yield* start(child());
    task.cancel();
    expect(task.done()).toBe(false);
    yield;
    expect(task.done()).toBe(true);
    expect(task.cancelled()).toBe(false);
    expect(task.exception()).toBe(instead);
  });

  // test_tasks.BaseTaskTests.test_cancel_current_task
  loopTest("from inside takes effect at its next wait", function* () {
    function* child(): Coroutine<number> {
      currentTask()?.cancel();
      yield* sleep(100);
      return 12;
    }
    const task = createTask(child());
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
    expect(getRunningLoop().time()).toBe(0);
  });

  // test_tasks.BaseTaskTests.test_cancel_at_end
  loopTest("from inside just before it returns drops its result", function* () {
    function* child(): Coroutine<number> {
      currentTask()?.cancel();
      return 12;
    }
    const task = createTask(child());
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_cancel_awaited_task
  loopTest("from inside cancels the task that it waits for next", function* () {
    const future = new Future<void>();
    const nested: Task<void>[] = [];
    function* child(): Coroutine<void> {
      const task = yield* start(waitFor(future));
      nested.push(task);
      currentTask()?.cancel();
      yield* task;
    }
    const task = createTask(child());
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(nested[0]?.cancelled()).toBe(true);
    expect(future.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_yield_future_passes_cancel
  loopTest("passes through all coroutines that wait for each other", function* () {
    const future = new Future<void>();
    const order: string[] = [];
    function* inner(): Coroutine<void> {
      try {
        yield* future;
      } catch (error) {
        order.push("inner");
        throw error;
      }
    }
    function* outer(): Coroutine<void> {
      expect(yield* thrownBy(inner())).toBeInstanceOf(CancelledError);
      order.push("outer");
    }
    const task = yield* start(outer());
    task.cancel();
    yield* task;
    expect(order).toEqual(["inner", "outer"]);
    expect(future.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_yield_wait_does_not_shield_cancel
  loopTest("that waits with wait() leaves what it waits for alone", function* () {
    const future = new Future<void>();
    const order: string[] = [];
    function* inner(): Coroutine<void> {
      yield* future;
      order.push("inner");
    }
    function* outer(): Coroutine<void> {
      yield* wait([createTask(inner())]);
      order.push("outer");
    }
    const task = yield* start(outer());
    yield;
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    future.setResult();
    yield;
    expect(order).toEqual(["inner"]);
  });

  // test_tasks.BaseTaskTests.test_tb_logger_not_called_after_cancel
  test("that has failed means that its exception is not reported", async () => {
    const loop = virtualLoop();
    const reports: unknown[] = [];
    loop.setExceptionHandler((_, context) => reports.push(context));
    function* faulty(): Coroutine<never> {
      throw new TypeError("broken");
    }
    function* main(): Coroutine<void> {
      const task = createTask(faulty());
      yield* sleep(0.05);
      task.cancel();
    }
    await loop.runUntilComplete(main());
    loop.close();
    expect(reports).toEqual([]);
  });

  // test_tasks.BaseTaskTests.test_stop_while_run_in_complete
  test("works after its loop was stopped and is started again", async () => {
    const loop = virtualLoop();
    let rounds = 0;
    function* child(): Coroutine<void> {
      while (rounds < 10) {
        yield* sleep(0.1);
        if (++rounds === 2) {
          loop.stop();
        }
      }
    }
    const task = loop.createTask(child());
    await expect(loop.runUntilComplete(task)).rejects.toThrow(RuntimeError);
    expect(task.done()).toBe(false);
    expect(rounds).toBe(2);
    task.cancel();
    await expect(loop.runUntilComplete(task)).rejects.toThrow(CancelledError);
  });
});

describe("counting the requests to cancel", () => {
  // test_tasks.BaseTaskTests.test_cancelling
  loopTest("starts at none and counts each", function* () {
    const task = createTask(sleep(10));
    expect(task.cancelling()).toBe(0);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(2);
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
  });

  // test_tasks.BaseTaskTests.test_uncancel_basic
  loopTest("goes down when one is taken back, which does nothing once the task is done", function* () {
    function* child(): Coroutine<void> {
      expect(yield* thrownBy(sleep(10))).toBeInstanceOf(CancelledError);
      currentTask()?.uncancel();
      yield* sleep(10);
    }
    const task = createTask(child());
    yield* sleep(0.01);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(task.cancelled()).toBe(false);

    yield* sleep(0.01);
    expect(task.cancelling()).toBe(0);
    expect(task.cancelled()).toBe(false);

    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    task.uncancel();
    expect(task.cancelled()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_uncancel_resets_must_cancel
  loopTest("down to none undoes a request that has not been carried out", function* () {
    const future = new Future<number>();
    const task = yield* start(waitFor(future));
    future.setResult(42);
    task.cancel();
    expect(task.cancelling()).toBe(1);
    task.uncancel();
    expect(task.cancelling()).toBe(0);
    expect(yield* task).toBe(42);
  });

  // test_tasks.BaseTaskTests.test_uncancel_structured_blocks
  test.each([
    { sleepFor: 10, limit: 0.1, expected: { timedOut: true, finished: false } },
    { sleepFor: 0, limit: 10, expected: { timedOut: false, finished: true } },
  ])("is enough to build a timeout: sleep $sleepFor, limit $limit", async ({ sleepFor, limit, expected }) => {
    function* handMadeTimeout(): Coroutine<{ timedOut: boolean; finished: boolean }> {
      const task = currentTask() as Task<unknown>;
      const outcome = { timedOut: false, finished: false };
      const timer = getRunningLoop().callLater(limit, () => {
        outcome.timedOut = true;
        task.cancel();
      });
      try {
        try {
          yield* sleep(sleepFor);
          outcome.finished = true;
        } catch (error) {
          if (outcome.timedOut && task.uncancel() === 0 && error instanceof CancelledError) {
            throw new TimeoutError();
          }
          throw error;
        } finally {
          timer.cancel();
        }
      } catch (error) {
        if (!(error instanceof TimeoutError)) {
          throw error;
        }
      }
      yield* sleep(0);
      expect(task.cancelling()).toBe(0);
      return outcome;
    }
    expect(await runVirtual(handMadeTimeout())).toEqual(expected);
  });
});

describe("the message of a cancellation", () => {
  const cases: [string | undefined, string][] = [
    [undefined, ""],
    ["my message", "my message"],
  ];

  /** A task that was cancelled with a message and has ended. */
  function* cancelledWith(message: string | undefined): Coroutine<Task<void>> {
    const task = yield* start(sleep(10));
    task.cancel(message);
    yield* wait([task]);
    return task;
  }

  // test_tasks.BaseTaskTests.test_task_cancel_message_getter
  loopTest("reaches whoever waits for the task", function* () {
    const task = createTask(sleep(10));
    task.cancel("my message");
    expect(yield* thrownBy(task)).toEqual(new CancelledError("my message"));
  });

  // test_tasks.BaseTaskTests.test_cancel_with_message_then_future_result
  test.each(cases)("%s reaches whoever asks for the result", async (message, expected) => {
    function* main(): Coroutine<void> {
      const task = yield* cancelledWith(message);
      task.result();
    }
    await expect(runVirtual(main())).rejects.toThrow(new CancelledError(expected));
  });

  // test_tasks.BaseTaskTests.test_cancel_with_message_then_future_exception
  test.each(cases)("%s reaches whoever asks for the exception", async (message, expected) => {
    function* main(): Coroutine<void> {
      const task = yield* cancelledWith(message);
      task.exception();
    }
    await expect(runVirtual(main())).rejects.toThrow(new CancelledError(expected));
  });

  // test_tasks.BaseTaskTests.test_cancel_with_message_before_starting_task
  loopTest("is kept when the task had not begun", function* () {
    const task = createTask(sleep(10));
    task.cancel("my message");
    yield* wait([task]);
    expect(() => task.exception()).toThrow(new CancelledError("my message"));
  });

  // test_tasks.BaseTaskTests.test_cancellation_exception_context
  loopTest("can be the cause of another error", function* () {
    const inner = yield* start(sleep(10));
    getRunningLoop().callSoon(() => inner.cancel("msg"));
    const cause = yield* thrownBy(inner);
    expect(cause).toEqual(new CancelledError("msg"));
    expect(new RangeError("cancelled", { cause }).cause).toBe(cause);
  });

  // test_tasks.BaseTaskTests.test_cancel_gather_2
  test.each(cases)("%s passes through gather", async (message, expected) => {
    function* rounds(): Coroutine<void> {
      while (true) {
        yield* gather([sleep(0.05)], { returnExceptions: true });
      }
    }
    function* main(): Coroutine<void> {
      const task = createTask(rounds());
      yield* sleep(0.2);
      task.cancel(message);
      yield* task;
    }
    await expect(runVirtual(main())).rejects.toThrow(new CancelledError(expected));
  });
});

describe("the stack of a cancellation", () => {
  /** The stack, in debug mode, of what is thrown by asking a task that was cancelled in its sleep. */
  function stackWhenAsking(ask: (task: Task<void>) => unknown): Promise<string> {
    function* whereItSlept(): Coroutine<void> {
      yield* sleep(10);
    }
    function* main(): Coroutine<string> {
      const task = yield* start(whereItSlept());
      task.cancel();
      yield* wait([task]);
      try {
        ask(task);
      } catch (error) {
        return (error as CancelledError).stack ?? "";
      }
      return "";
    }
    return runVirtual(main(), { debug: true });
  }

  // test_tasks.BaseTaskTests.test_cancel_traceback_for_future_result
  test("says where the task was when the result is asked for", async () => {
    expect(await stackWhenAsking((task) => task.result())).toContain("whereItSlept");
  });

  // test_tasks.BaseTaskTests.test_cancel_traceback_for_future_exception
  test("says where the task was when the exception is asked for", async () => {
    expect(await stackWhenAsking((task) => task.exception())).toContain("whereItSlept");
  });
});
