import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  CancelledError,
  type Coroutine,
  createTask,
  Future,
  gather,
  getRunningLoop,
  RuntimeError,
} from "../../index.ts";
import { runVirtual, start, virtualLoop } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* answer<T>(value: T): Coroutine<T> {
  return value;
}

function* waitFor<T>(future: Future<T>): Coroutine<T> {
  return yield* future;
}

function makeFutures() {
  const make = () => new Future<number>();
  return { a: make(), b: make(), c: make(), d: make(), e: make() };
}

/** Lets callbacks run, and tasks that they wake, until all is quiet. */
function* settle(): Coroutine<void> {
  for (let i = 0; i < 5; i++) {
    yield;
  }
}

describe.each<[string, (future: Future<number>) => Awaitable<number>]>([
  ["futures", (future) => future],
  ["coroutines", (future) => waitFor(future)],
])("gathering %s", (_, wrap) => {
  // test_tasks.GatherTestsBase.test_success
  // test_tasks.GatherTestsBase.test_result_exception_success
  test.each([undefined, false, true])(
    "is done when all are, in the order in which they were given: returnExceptions %s",
    async (returnExceptions) => {
      function* main(): Coroutine<void> {
        const { a, b, c } = makeFutures();
        const options = returnExceptions === undefined ? {} : { returnExceptions };
        const outer = gather([a, b, c].map(wrap), options as { returnExceptions: boolean });
        let calls = 0;
        outer.addDoneCallback(() => calls++);
        yield* settle();
        b.setResult(1);
        a.setResult(2);
        yield* settle();
        expect(outer.done()).toBe(false);
        expect(calls).toBe(0);
        c.setResult(3);
        yield* settle();
        expect(outer.result()).toEqual([2, 1, 3]);
        expect(calls).toBe(1);
      }
      await runVirtual(main());
    },
  );

  // test_tasks.GatherTestsBase.test_one_exception
  loopTest("fails with the first exception, and does not mind what comes later", function* () {
    const { a, b, c, d, e } = makeFutures();
    const outer = gather([a, b, c, d, e].map(wrap));
    let calls = 0;
    outer.addDoneCallback(() => calls++);
    const exception = new Error("first");
    yield* settle();
    a.setResult(1);
    b.setException(exception);
    yield* settle();
    expect(outer.exception()).toBe(exception);
    c.setResult(3);
    d.cancel();
    e.setException(new Error("second"));
    yield* settle();
    expect(outer.exception()).toBe(exception);
    expect(calls).toBe(1);
  });

  // test_tasks.GatherTestsBase.test_return_exceptions
  loopTest("waits for all and gives exceptions as results when told to", function* () {
    const { a, b, c, d } = makeFutures();
    const outer = gather([a, b, c, d].map(wrap), { returnExceptions: true });
    const exceptions = [new Error("first"), new Error("second")] as const;
    yield* settle();
    b.setResult(1);
    c.setException(exceptions[0]);
    a.setResult(3);
    yield* settle();
    expect(outer.done()).toBe(false);
    d.setException(exceptions[1]);
    yield* settle();
    expect(outer.result()).toEqual([3, 1, ...exceptions]);
  });
});

describe("gathering futures", () => {
  // test_tasks.FutureGatherTests.test_constructor_empty_sequence_without_loop
  // test_tasks.CoroutineGatherTests.test_constructor_without_loop
  test("needs a running loop, unless they have one", () => {
    expect(() => gather()).toThrow(RuntimeError);
    expect(() => gather(answer(1), answer(2))).toThrow(RuntimeError);
  });

  // test_tasks.FutureGatherTests.test_constructor_empty_sequence_use_running_loop
  loopTest("of which there are none is done at once", function* () {
    const outer = gather();
    expect(outer).toBeInstanceOf(Future);
    expect(outer.getLoop()).toBe(getRunningLoop());
    expect(outer.result()).toEqual([]);
  });

  // test_tasks.CoroutineGatherTests.test_constructor_use_running_loop
  loopTest("belongs to the running loop when they are coroutines", function* () {
    const outer = gather(answer("a"), answer("b"));
    expect(outer.getLoop()).toBe(getRunningLoop());
    expect(yield* outer).toEqual(["a", "b"]);
  });

  // test_tasks.FutureGatherTests.test_constructor_heterogenous_futures
  test("of two loops is not possible", () => {
    const one = virtualLoop().createFuture();
    const other = virtualLoop().createFuture();
    expect(() => gather(one, other)).toThrow(RangeError);
  });

  // test_tasks.FutureGatherTests.test_constructor_homogenous_futures
  test("belongs to their loop, also twice and when it does not run", () => {
    const loop = virtualLoop();
    const futures = [loop.createFuture(), loop.createFuture()];
    expect(gather(futures).getLoop()).toBe(loop);
    expect(gather(futures).done()).toBe(false);
  });

  // test_tasks.FutureGatherTests.test_one_cancellation
  loopTest("fails when one of them is cancelled, but is not cancelled itself", function* () {
    const { a, b, c, d, e } = makeFutures();
    const outer = gather(a, b, c, d, e);
    a.setResult(1);
    b.cancel();
    yield* settle();
    expect(outer.cancelled()).toBe(false);
    expect(outer.exception()).toBeInstanceOf(CancelledError);
    c.setResult(3);
    d.cancel();
    e.setException(new Error("ignored"));
    yield* settle();
    expect(outer.exception()).toBeInstanceOf(CancelledError);
  });

  // test_tasks.FutureGatherTests.test_result_exception_one_cancellation
  loopTest("gives a cancellation as a result when told to return exceptions", function* () {
    const { a, b, c, d } = makeFutures();
    const exception = new Error("broken");
    const outer = gather([a, b, c, d], { returnExceptions: true });
    a.setResult(1);
    b.setException(exception);
    c.cancel();
    yield* settle();
    expect(outer.done()).toBe(false);
    d.setResult(3);
    const results = yield* outer;
    expect(results[2]).toBeInstanceOf(CancelledError);
    expect([results[0], results[1], results[3]]).toEqual([1, exception, 3]);
  });

  // test_tasks.CoroutineGatherTests.test_duplicate_coroutines
  loopTest("runs a coroutine that it is given several times once", function* () {
    let runs = 0;
    function* counted(): Coroutine<string> {
      runs++;
      return "abc";
    }
    const coroutine = counted();
    expect(yield* gather(coroutine, coroutine, answer("def"), coroutine)).toEqual([
      "abc",
      "abc",
      "def",
      "abc",
    ]);
    expect(runs).toBe(1);
  });

  // test_tasks.CoroutineGatherTests.test_exception_marking
  loopTest("swallows a second exception once it has failed", function* () {
    function* failAfter(future: Future<void>): Coroutine<never> {
      yield* future;
      throw new Error("should not be ignored");
    }
    function* outer(a: Future<void>, b: Future<void>): Coroutine<void> {
      yield* gather(failAfter(a), failAfter(b));
    }
    const futures = [new Future<void>(), new Future<void>()] as const;
    const task = createTask(outer(...futures));
    yield* settle();
    futures[0].setResult();
    yield* settle();
    futures[1].setResult();
    yield* settle();
    expect(task.exception()).toEqual(new Error("should not be ignored"));
  });

  // test_tasks.CoroutineGatherTests.test_issue46672
  loopTest("fails when one of them is no awaitable, and reports nothing but that", function* () {
    expect(() => gather(answer("abc"), {} as never)).toThrow(TypeError);
    yield* settle();
  });
});

describe("cancelling a gather", () => {
  // test_tasks.CoroutineGatherTests.test_cancellation_broadcast
  loopTest("cancels all that it gathers", function* () {
    const future = new Future<void>();
    const children = [createTask(waitFor(future)), createTask(waitFor(future))];
    const gathers: Future<unknown>[] = [];
    function* outer(): Coroutine<void> {
      const gathering = gather(children);
      gathers.push(gathering);
      yield* gathering;
      expect.unreachable();
    }
    const task = yield* start(outer());
    expect(task.cancel()).toBe(true);
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(gathers[0]?.cancel()).toBe(false);
    expect(future.cancelled()).toBe(true);
    expect(children.map((child) => child.cancelled())).toEqual([true, true]);
  });

  // test_tasks.BaseTaskTests.test_cancel_gather_1
  loopTest("is refused once all that it gathers is done", function* () {
    const future = new Future<number>();
    const outer = gather(waitFor(future));
    yield;
    const answers: boolean[] = [];
    future.addDoneCallback(() => answers.push(outer.cancel()));
    future.setResult(42);
    expect(yield* outer).toEqual([42]);
    expect(answers).toEqual([false]);
    expect(outer.cancelled()).toBe(false);
  });
});
