import { describe, expect, test } from "vitest";
import type { FutureSuspension } from "../../futures/future.ts";
import {
  CancelledError,
  type Coroutine,
  Future,
  InvalidStateError,
  isFuture,
  RuntimeError,
  sleep,
} from "../../index.ts";
import { virtualLoop } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

describe("a future", () => {
  // test_futures.BaseFutureTests.test_isfuture
  loopTest("is told from what is none", function* () {
    expect(isFuture(new Future())).toBe(true);
    expect(isFuture(Future)).toBe(false);
    expect(isFuture(1)).toBe(false);
    expect(isFuture(Promise.resolve())).toBe(false);
  });

  // test_futures.BaseFutureTests.test_initial_state
  loopTest("is neither done nor cancelled at first", function* () {
    const future = new Future<void>();
    expect(future.done()).toBe(false);
    expect(future.cancelled()).toBe(false);
    future.cancel();
    expect(future.cancelled()).toBe(true);
  });

  // test_futures.BaseFutureTests.test_constructor_without_loop
  test("needs a loop", () => {
    expect(() => new Future()).toThrow("No running event loop");
  });

  // test_futures.BaseFutureTests.test_constructor_use_running_loop
  test("belongs to the running loop when no other is given", async () => {
    const loop = virtualLoop();
    function* main(): Coroutine<boolean> {
      return new Future().getLoop() === loop;
    }
    expect(await loop.runUntilComplete(main())).toBe(true);
  });

  // test_futures.BaseFutureTests.test_result
  loopTest("with a result is done for good", function* () {
    const future = new Future<number>();
    expect(() => future.result()).toThrow(InvalidStateError);
    future.setResult(42);
    expect(future.done()).toBe(true);
    expect(future.cancelled()).toBe(false);
    expect(future.result()).toBe(42);
    expect(future.exception()).toBe(undefined);
    expect(() => future.setResult(1)).toThrow(InvalidStateError);
    expect(() => future.setException(new Error())).toThrow(InvalidStateError);
    expect(future.cancel()).toBe(false);
  });

  // test_futures.BaseFutureTests.test_exception
  loopTest("with an exception is done for good", function* () {
    const exception = new Error("broken");
    const future = new Future<number>();
    expect(() => future.exception()).toThrow(InvalidStateError);
    future.setException(exception);
    expect(future.done()).toBe(true);
    expect(future.cancelled()).toBe(false);
    expect(() => future.result()).toThrow(exception);
    expect(future.exception()).toBe(exception);
    expect(() => future.setResult(1)).toThrow(InvalidStateError);
    expect(() => future.setException(new Error())).toThrow(InvalidStateError);
    expect(future.cancel()).toBe(false);
  });

  // test_futures.BaseFutureTests.test_cancel
  loopTest("that was cancelled is done for good", function* () {
    const future = new Future<number>();
    expect(future.cancel()).toBe(true);
    expect(future.cancelled()).toBe(true);
    expect(future.done()).toBe(true);
    expect(() => future.result()).toThrow(CancelledError);
    expect(() => future.exception()).toThrow(CancelledError);
    expect(() => future.setResult(1)).toThrow(InvalidStateError);
    expect(() => future.setException(new Error())).toThrow(InvalidStateError);
    expect(future.cancel()).toBe(false);
  });

  // test_futures.BaseFutureTests.test_future_cancel_message_getter
  loopTest("says why it was cancelled to whoever waits for it", function* () {
    const future = new Future<void>();
    future.cancel("my message");
    expect(yield* thrownBy(future)).toEqual(new CancelledError("my message"));
  });

  // test_futures.BaseFutureTests.test_yield_from_twice
  loopTest("is waited for once and then answers at once", function* () {
    const future = new Future<number>();
    function* waiter(): Generator<unknown, void, void> {
      yield "A";
      yield ["B", yield* future];
      yield ["C", yield* future];
    }
    const steps = waiter();
    expect(steps.next().value).toBe("A");
    expect((steps.next().value as FutureSuspension).future).toBe(future);
    future.setResult(42);
    expect(steps.next().value).toEqual(["B", 42]);
    expect(steps.next().value).toEqual(["C", 42]);
  });

  // test_futures.BaseFutureTests.test_iter
  loopTest("is not a list of anything", function* () {
    const future = new Future<number>();
    expect(() => [...future]).toThrow(RuntimeError);
  });

  // test_futures.BaseFutureTests.test_future_stop_iteration_args
  loopTest("answers with a list as it is", function* () {
    const future = new Future<number[]>();
    future.setResult([1, 2]);
    expect(yield* future).toEqual([1, 2]);
  });
});

describe("the callbacks of a future", () => {
  /** A future with three callbacks that note their number. */
  function withCallbacks() {
    const future = new Future<string>();
    const called: number[] = [];
    const callbacks = [1, 2, 3].map((number) => () => void called.push(number)) as [
      () => void,
      () => void,
      () => void,
    ];
    for (const callback of callbacks) {
      future.addDoneCallback(callback);
    }
    return { future, called, callbacks };
  }

  // test_futures.BaseFutureDoneCallbackTests.test_callbacks_invoked_on_set_result
  loopTest("are called in their order, later, when it has a result", function* () {
    const { future, called } = withCallbacks();
    future.setResult("foo");
    expect(called).toEqual([]);
    yield;
    expect(called).toEqual([1, 2, 3]);
    expect(future.result()).toBe("foo");
  });

  // test_futures.BaseFutureDoneCallbackTests.test_callbacks_invoked_on_set_exception
  loopTest("are called when it has an exception", function* () {
    const { future, called } = withCallbacks();
    const exception = new Error("broken");
    future.setException(exception);
    expect(called).toEqual([]);
    yield;
    expect(called).toEqual([1, 2, 3]);
    expect(future.exception()).toBe(exception);
  });

  loopTest("are called later also when they are added to one that is done", function* () {
    const future = new Future<string>();
    const called: string[] = [];
    future.setResult("foo");
    future.addDoneCallback(() => called.push(future.result()));
    expect(called).toEqual([]);
    yield;
    expect(called).toEqual(["foo"]);
  });

  // test_futures.BaseFutureDoneCallbackTests.test_callbacks_remove_first_callback
  loopTest("are called without the first once that is taken back", function* () {
    const { future, called, callbacks } = withCallbacks();
    expect(future.removeDoneCallback(callbacks[0])).toBe(1);
    expect(future.removeDoneCallback(callbacks[0])).toBe(0);
    future.setResult("foo");
    yield;
    expect(called).toEqual([2, 3]);
  });

  // test_futures.BaseFutureDoneCallbackTests.test_callbacks_remove_first_and_second_callback
  loopTest("are called without the first two once these are taken back", function* () {
    const { future, called, callbacks } = withCallbacks();
    future.removeDoneCallback(callbacks[0]);
    future.removeDoneCallback(callbacks[1]);
    future.removeDoneCallback(callbacks[0]);
    future.setResult("foo");
    yield;
    expect(called).toEqual([3]);
  });

  // test_futures.BaseFutureDoneCallbackTests.test_callbacks_remove_third_callback
  loopTest("are called without the last once that is taken back", function* () {
    const { future, called, callbacks } = withCallbacks();
    future.removeDoneCallback(callbacks[2]);
    future.removeDoneCallback(callbacks[2]);
    future.setResult("foo");
    yield;
    expect(called).toEqual([1, 2]);
  });

  // test_futures.BaseFutureDoneCallbackTests.test_remove_done_callback
  loopTest("are all taken back at once when one was added several times", function* () {
    const { future, called, callbacks } = withCallbacks();
    const [first, , third] = callbacks;
    expect(future.removeDoneCallback(third)).toBe(1);
    expect(future.removeDoneCallback(() => {})).toBe(0);
    for (let i = 0; i < 5; i++) {
      future.addDoneCallback(first);
    }
    expect(future.removeDoneCallback(first)).toBe(6);
    future.setResult("foo");
    yield;
    expect(called).toEqual([2]);
  });

  // test_futures.BaseFutureDoneCallbackTests.test_schedule_callbacks_list_mutation_1
  loopTest("cannot be taken back any more once it is done", function* () {
    const future = new Future<number>();
    const called: string[] = [];
    const later = () => void called.push("later");
    future.addDoneCallback(() => called.push(`removed ${future.removeDoneCallback(later)}`));
    future.addDoneCallback(later);
    future.addDoneCallback(later);
    future.setResult(1);
    yield;
    expect(called).toEqual(["removed 0", "later", "later"]);
  });
});

describe("what nobody asked a future for", () => {
  /** What is reported when a loop closes after a function has used one of its futures. */
  function reported(use: (future: Future<number>) => void, debug = false): unknown[] {
    const loop = virtualLoop();
    const reports: unknown[] = [];
    loop.debug = debug;
    loop.setExceptionHandler((_, context) => reports.push(context.message, context.exception));
    use(loop.createFuture());
    loop.close();
    return reports;
  }
  const boom = new Error("boom");

  // test_futures.BaseFutureTests.test_tb_logger_abandoned
  test("is not reported when it was never done", () => {
    expect(reported(() => {})).toEqual([]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_result_unretrieved
  test("is not reported when it is a result", () => {
    expect(reported((future) => future.setResult(42))).toEqual([]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_exception_unretrieved
  // test_futures.BaseFutureTests.test_future_exception_never_retrieved
  test("is reported when it is an exception", () => {
    expect(reported((future) => future.setException(boom))).toEqual([
      "Future exception was never retrieved",
      boom,
    ]);
  });

  // test_futures.BaseFutureTests.test_future_exception_never_retrieved_debug
  test("is reported in debug mode when it is an exception", () => {
    const reports = reported((future) => future.setException(boom), true);
    expect(reports).toEqual(["Future exception was never retrieved", boom]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_not_called_after_cancel
  test("is not reported when somebody tried to cancel it afterwards", () => {
    const use = (future: Future<number>) => {
      future.setException(boom);
      future.cancel();
    };
    expect(reported(use)).toEqual([]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_result_retrieved
  test("does not matter when it was asked for a result", () => {
    const use = (future: Future<number>) => {
      future.setResult(42);
      future.result();
    };
    expect(reported(use)).toEqual([]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_exception_retrieved
  test("does not matter when it was asked for an exception", () => {
    const use = (future: Future<number>) => {
      future.setException(boom);
      future.exception();
    };
    expect(reported(use)).toEqual([]);
  });

  // test_futures.BaseFutureTests.test_tb_logger_exception_result_retrieved
  test("does not matter when it has thrown its exception", () => {
    const use = (future: Future<number>) => {
      future.setException(boom);
      expect(() => future.result()).toThrow(boom);
    };
    expect(reported(use)).toEqual([]);
  });
});

describe("a result that comes too late", () => {
  // test_futures.BaseFutureTests.test_set_result_unless_cancelled
  test("for a sleep that was cancelled in the same moment is dropped", async () => {
    const loop = virtualLoop();
    const reports: unknown[] = [];
    loop.setExceptionHandler((_, context) => reports.push(context));
    const task = loop.createTask(sleep(1));
    loop.callAt(1, () => task.cancel());
    await expect(loop.runUntilComplete(task)).rejects.toThrow(CancelledError);
    loop.close();
    expect(reports).toEqual([]);
  });
});
