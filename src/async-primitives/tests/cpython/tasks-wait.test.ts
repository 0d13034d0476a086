import { describe, expect, test } from "vitest";
import {
  ALL_COMPLETED,
  asCompleted,
  type Coroutine,
  createTask,
  ensureFuture,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  Future,
  gather,
  getRunningLoop,
  sleep,
  type Task,
  TimeoutError,
  wait,
} from "../../index.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* answer<T>(value: T): Coroutine<T> {
  return value;
}

function* fail(delay: number): Coroutine<never> {
  yield* sleep(delay);
  throw new Error("broken");
}

function startSleeps(...delays: number[]): Task<void>[] {
  return delays.map((delay) => createTask(sleep(delay)));
}

const time = () => getRunningLoop().time();

/** Tasks are awaited by being iterated, so that they must not be compared as lists are. */
function expectTasks(actual: Set<Task<unknown>>, ...expected: Task<unknown>[]): void {
  expect(actual.size).toBe(expected.length);
  for (const task of expected) {
    expect(actual.has(task)).toBe(true);
  }
}

describe("wait", () => {
  // test_tasks.BaseTaskTests.test_wait
  loopTest("ends when all are done, and at once when they are already", function* () {
    const [a, b] = startSleeps(0.1, 0.15) as [Task<void>, Task<void>];
    for (let i = 0; i < 2; i++) {
      const [done, pending] = yield* wait([b, a]);
      expectTasks(done, a, b);
      expect(pending.size).toBe(0);
      expect(time()).toBe(0.15);
    }
  });

  // test_tasks.BaseTaskTests.test_wait_duplicate_coroutines
  loopTest("counts a task that it is given twice once", function* () {
    const ham = createTask(answer("ham"));
    const [done, pending] = yield* wait([ham, ham, createTask(answer("spam"))]);
    expect([...done].map((task) => task.result())).toEqual(["ham", "spam"]);
    expect(pending.size).toBe(0);
  });

  // test_tasks.BaseTaskTests.test_wait_errors
  loopTest("needs something to wait for, and to know until when", function* () {
    expect(yield* thrownBy(wait(new Set<Task<void>>()))).toBeInstanceOf(RangeError);
    const misguided = wait(startSleeps(10), { returnWhen: -1 as never });
    expect(yield* thrownBy(misguided)).toBeInstanceOf(RangeError);
  });

  // test_tasks.BaseTaskTests.test_wait_invalid_args
  loopTest("takes a list, not a future or a coroutine", function* () {
    expect(yield* thrownBy(wait(new Future() as never))).toBeInstanceOf(TypeError);
    expect(yield* thrownBy(wait(answer(1) as never))).toBeInstanceOf(TypeError);
    expect(yield* thrownBy(wait([]))).toBeInstanceOf(RangeError);
  });

  // test_tasks.BaseTaskTests.test_wait_first_completed
  loopTest("for the first ends when one is done", function* () {
    const [slow, fast] = startSleeps(10, 0.1) as [Task<void>, Task<void>];
    const [done, pending] = yield* wait([fast, slow], { returnWhen: FIRST_COMPLETED });
    expectTasks(done, fast);
    expectTasks(pending, slow);
    expect(slow.done()).toBe(false);
    expect(time()).toBe(0.1);
  });

  // test_tasks.BaseTaskTests.test_wait_really_done
  loopTest("counts what is done when it ends, even if that came after the first", function* () {
    function* turns(count: number): Coroutine<void> {
      for (let i = 0; i < count; i++) {
        yield* sleep(0);
      }
    }
    const tasks = [createTask(turns(1)), createTask(turns(2))];
    const [done] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
    expectTasks(done, ...tasks);
  });

  // test_tasks.BaseTaskTests.test_wait_first_exception
  loopTest("for the first exception ends when a task has failed", function* () {
    function* failAtOnce(): Coroutine<never> {
      throw new Error("broken");
    }
    const slow = createTask(sleep(10));
    const failed = createTask(failAtOnce());
    const [done, pending] = yield* wait([failed, slow], { returnWhen: FIRST_EXCEPTION });
    expectTasks(done, failed);
    expectTasks(pending, slow);
    expect(failed.exception()).toEqual(new Error("broken"));
    expect(time()).toBe(0);
  });

  // test_tasks.BaseTaskTests.test_wait_first_exception_in_wait
  loopTest("for the first exception ends when a task fails meanwhile", function* () {
    const slow = createTask(sleep(10));
    const failing = createTask(fail(0.01));
    const [done, pending] = yield* wait([failing, slow], { returnWhen: FIRST_EXCEPTION });
    expectTasks(done, failing);
    expectTasks(pending, slow);
    expect(failing.exception()).toEqual(new Error("broken"));
    expect(time()).toBe(0.01);
  });

  loopTest("for the first exception does not end when a task is cancelled", function* () {
    const tasks = startSleeps(0.1, 10) as [Task<void>, Task<void>];
    getRunningLoop().callSoon(() => tasks[1].cancel());
    const [done] = yield* wait(tasks, { returnWhen: FIRST_EXCEPTION });
    expectTasks(done, ...tasks);
    expect(time()).toBe(0.1);
  });

  // test_tasks.BaseTaskTests.test_wait_with_exception
  loopTest("for all does not end when one fails", function* () {
    const tasks = [createTask(fail(0.1)), createTask(sleep(0.15))];
    for (let i = 0; i < 2; i++) {
      const [done, pending] = yield* wait<Task<void>>(tasks);
      expect([...done].filter((task) => task.exception() !== undefined)).toHaveLength(1);
      expect([done.size, pending.size]).toEqual([2, 0]);
      expect(time()).toBe(0.15);
    }
  });

  // test_tasks.BaseTaskTests.test_wait_with_timeout
  loopTest("ends when its time is over, and throws nothing", function* () {
    const [a, b] = startSleeps(0.1, 0.15) as [Task<void>, Task<void>];
    const [done, pending] = yield* wait([b, a], { timeout: 0.11 });
    expectTasks(done, a);
    expectTasks(pending, b);
    expect(time()).toBe(0.11);
    yield* b;
    expect(time()).toBe(0.15);
  });

  // test_tasks.BaseTaskTests.test_wait_concurrent_complete
  loopTest("counts a task that ends in the moment in which its time is over", function* () {
    const [a, b] = startSleeps(0.1, 0.15) as [Task<void>, Task<void>];
    yield;
    const [done, pending] = yield* wait([b, a], { timeout: 0.1 });
    expectTasks(done, a);
    expectTasks(pending, b);
    expect(time()).toBe(0.1);
  });

  // test_tasks.BaseTaskTests.test_wait_with_iterator_of_tasks
  loopTest("takes an iterator", function* () {
    const tasks = startSleeps(0.1, 0.15);
    const [done, pending] = yield* wait(tasks.values());
    expectTasks(done, ...tasks);
    expect(pending.size).toBe(0);
  });

  // test_tasks.BaseTaskTests.test_wait_generator
  loopTest("takes a generator of tasks", function* () {
    function* tasks(): Generator<Task<number>> {
      for (let i = 0; i < 10; i++) {
        yield createTask(answer(i));
      }
    }
    const [done] = yield* wait(tasks(), { returnWhen: ALL_COMPLETED });
    expect(done.size).toBe(10);
  });
});

describe("asCompleted", () => {
  // test_tasks.BaseTaskTests.test_as_completed
  loopTest("gives results in the order in which they come", function* () {
    const results: string[] = [];
    for (const next of asCompleted([sleep(0.01, "b"), sleep(0.15, "c"), sleep(0.01, "a")])) {
      results.push(yield* next);
    }
    expect(results).toEqual(["b", "a", "c"]);
    expect(time()).toBe(0.15);
  });

  // test_tasks.BaseTaskTests.test_as_completed_with_timeout
  loopTest("gives up what is not done when its time is over", function* () {
    const outcomes: unknown[] = [];
    const tasks = [createTask(sleep(0.1, "a")), createTask(sleep(0.15, "b"))];
    for (const next of asCompleted(tasks, { timeout: 0.12 })) {
      if (outcomes.length === 0) {
        outcomes.push(yield* next);
      } else {
        outcomes.push(yield* thrownBy(next));
      }
    }
    expect(outcomes[0]).toBe("a");
    expect(outcomes[1]).toBeInstanceOf(TimeoutError);
    expect(time()).toBe(0.12);
    expect(yield* gather(tasks)).toEqual(["a", "b"]);
  });

  // test_tasks.BaseTaskTests.test_as_completed_with_unused_timeout
  loopTest("takes its timer back when all are done", function* () {
    const kinds: string[] = [];
    const stop = getRunningLoop().observe((event) => {
      if (event.kind === "timer cancelled") {
        kinds.push(event.kind);
      }
    });
    const futures = [new Future<string>()];
    getRunningLoop().callSoon(() => futures[0]?.setResult("a"));
    for (const next of asCompleted(futures, { timeout: 1 })) {
      expect(yield* next).toBe("a");
    }
    stop();
    expect(kinds).toEqual(["timer cancelled"]);
  });

  // test_tasks.BaseTaskTests.test_as_completed_resume_iterator
  loopTest("can be left and taken up again", function* () {
    const results: number[] = [];
    const coming = asCompleted([0, 1, 2, 3].map((value) => answer(value)));
    for (let i = 0; i < 2; i++) {
      const { value } = coming.next();
      results.push(yield* value as Coroutine<number>);
    }
    for (const next of coming) {
      results.push(yield* next);
    }
    expect(results.sort()).toEqual([0, 1, 2, 3]);
  });

  // test_tasks.BaseTaskTests.test_as_completed_reverse_wait
  loopTest("gives the first result to whichever of its coroutines is awaited first", function* () {
    const coming = [...asCompleted([sleep(0.05, "a"), sleep(0.1, "b")])] as [
      Coroutine<string>,
      Coroutine<string>,
    ];
    expect(yield* coming[1]).toBe("a");
    expect(time()).toBe(0.05);
    expect(yield* coming[0]).toBe("b");
    expect(time()).toBe(0.1);
  });

  // test_tasks.BaseTaskTests.test_as_completed_concurrent
  loopTest("may be awaited in several tasks at the same time", function* () {
    const coming = [...asCompleted([sleep(0.05, "a"), sleep(0.05, "b")])];
    const [done] = yield* wait(coming.map((next) => ensureFuture(next)));
    expect(new Set([...done].map((task) => task.result()))).toEqual(new Set(["a", "b"]));
    expect(time()).toBe(0.05);
  });

  // test_tasks.BaseTaskTests.test_as_completed_duplicate_coroutines
  loopTest("gives the result of a coroutine that it is given twice once", function* () {
    const ham = answer("ham");
    const results: string[] = [];
    for (const next of asCompleted([ham, ham, answer("spam")])) {
      results.push(yield* next);
    }
    expect(results.sort()).toEqual(["ham", "spam"]);
  });

  // test_tasks.BaseTaskTests.test_as_completed_coroutine_without_loop
  test("needs a running loop", () => {
    expect(() => asCompleted([answer(42)])).toThrow("No running event loop");
  });

  // test_tasks.BaseTaskTests.test_as_completed_coroutine_use_running_loop
  loopTest("runs its coroutines on the running loop", function* () {
    const coming = [...asCompleted([answer(42)])];
    expect(coming).toHaveLength(1);
    expect(yield* coming[0] as Coroutine<number>).toBe(42);
  });

  // test_tasks.BaseTaskTests.test_as_completed_invalid_args
  loopTest("takes a list, not a future or a coroutine", function* () {
    expect(() => asCompleted(new Future() as never)).toThrow(TypeError);
    expect(() => asCompleted(answer(1) as never)).toThrow(TypeError);
  });
});
