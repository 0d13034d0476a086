import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  allTasks,
  ContextVar,
  type Coroutine,
  copyContext,
  createTask,
  currentTask,
  ensureFuture,
  Future,
  gather,
  getRunningLoop,
  isCoroutine,
  RuntimeError,
  sleep,
  Task,
  type TaskOptions,
  wait,
} from "../../index.ts";
import { start, virtualLoop } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

function* answer<T>(value: T): Coroutine<T> {
  return value;
}

describe("a task", () => {
  // test_tasks.GenericTaskTests.test_future_subclass
  test("is a future", () => {
    expect(Task.prototype).toBeInstanceOf(Future);
  });

  // test_tasks.BaseTaskTests.test_task_class
  test("belongs to the loop that it was made for", async () => {
    const loop = virtualLoop();
    const task = new Task(answer("ok"), { loop });
    expect(task.getLoop()).toBe(loop);
    expect(await loop.runUntilComplete(task)).toBe("ok");
    expect(task.done()).toBe(true);
    expect(task.result()).toBe("ok");
  });

  // test_tasks.BaseTaskTests.test_task_basics
  loopTest("runs coroutines that wait for coroutines", function* () {
    function* sum(): Coroutine<number> {
      return (yield* answer(42)) + (yield* answer(1000));
    }
    expect(yield* createTask(sum())).toBe(1042);
  });

  // test_tasks.BaseTaskTests.test_step_result_future
  loopTest("gets the result of the future that it waits for", function* () {
    const future = new Future<object>();
    const result = {};
    function* waiter(): Coroutine<boolean> {
      return (yield* future) === result;
    }
    const task = yield* start(waiter());
    expect(task.waitingFor).toBe(future);
    future.setResult(result);
    yield;
    expect(task.result()).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_coroutine_non_gen_function
  test("runs what a coroutine function makes", async () => {
    const coroutine = answer("test");
    expect(isCoroutine(coroutine)).toBe(true);
    expect(await virtualLoop().runUntilComplete(coroutine)).toBe("test");
  });

  // test_tasks.BaseTaskTests.test_coroutine_non_gen_function_return_future
  loopTest("answers with a future that its coroutine returns, and does not wait for it", function* () {
    const future = new Future<string>();
    const task = createTask(answer(future));
    expect((yield* task) === future).toBe(true);
    expect(future.done()).toBe(false);
  });

  // test_tasks.BaseTaskTests.test_other_loop_future
  loopTest("cannot wait for a future of another loop", function* () {
    const future = new Future<void>({ loop: virtualLoop() });
    const error = yield* thrownBy(future);
    expect(error).toBeInstanceOf(RuntimeError);
    expect((error as RuntimeError).message).toMatch(/^Task .* got a Future of a different loop/);
  });

  // test_tasks.BaseTaskTests.test_task_awaits_on_itself
  loopTest("cannot wait for itself", function* () {
    function* narcissus(): Coroutine<void> {
      yield* task;
    }
    const task: Task<void> = createTask(narcissus());
    const error = yield* thrownBy(task);
    expect(error).toBeInstanceOf(RuntimeError);
    expect((error as RuntimeError).message).toContain("cannot await itself");
  });

  // test_tasks.BaseTaskTests.test_task_set_methods
  loopTest("ends with what its coroutine says, and nobody else", function* () {
    const task = createTask(answer("mine"));
    expect(() => task.setResult("yours")).toThrow("does not support setResult()");
    expect(() => task.setException(new Error())).toThrow("does not support setException()");
    expect(yield* task).toBe("mine");
  });

  // test_tasks.BaseTaskTests.test_exception_traceback
  loopTest("keeps the stack of the exception that ended it", function* () {
    function* faulty(): Coroutine<never> {
      throw new Error("broken");
    }
    const task = yield* start(faulty());
    expect((task.exception() as Error).stack).toContain("faulty");
  });

  // test_tasks.BaseTaskTests.test_get_coro
  loopTest("knows its coroutine", function* () {
    const coroutine = answer(1);
    const task = createTask(coroutine);
    yield* task;
    expect(task.getCoro() === coroutine).toBe(true);
  });
});

describe("making a task", () => {
  // test_tasks.BaseTaskTests.test_bare_create_task
  loopTest("starts a coroutine on the running loop", function* () {
    const task = createTask(answer(1));
    expect(task).toBeInstanceOf(Task);
    expect(task.getLoop()).toBe(getRunningLoop());
    expect(yield* task).toBe(1);
  });

  // test_tasks.BaseTaskTests.test_create_task_with_async_function
  loopTest("works for every coroutine that a function makes", function* () {
    const tasks = [createTask(answer(1)), createTask(answer(2))];
    expect(tasks[0]).toBeInstanceOf(Task);
    expect(yield* gather(tasks)).toEqual([1, 2]);
  });

  // test_tasks.BaseTaskTests.test_create_task_with_noncoroutine
  loopTest("needs a coroutine, each time", function* () {
    for (let i = 0; i < 2; i++) {
      expect(() => createTask(123 as never)).toThrow(new TypeError("A task takes a coroutine, got 123"));
    }
  });

  // test_tasks.BaseTaskTests.test_error_in_call_soon
  test("leaves no task behind when the loop cannot take it", () => {
    const loop = virtualLoop();
    loop.close();
    expect(() => new Task(answer(1), { loop })).toThrow(RuntimeError);
    expect(allTasks(loop).size).toBe(0);
  });
});

describe("the name of a task", () => {
  // test_tasks.BaseTaskTests.test_bare_create_named_task
  loopTest("is the one that it is given", function* () {
    expect(createTask(answer(1), { name: "No-op" }).getName()).toBe("No-op");
  });

  // test_tasks.BaseTaskTests.test_task_repr_autogenerated
  loopTest("is a number that grows when it is given none", function* () {
    const [first, second] = [createTask(answer(1)), createTask(answer(2))].map((task) =>
      Number(/^<Task 'Task-(\d+)' pending>$/.exec(String(task))?.[1]),
    ) as [number, number];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });

  // test_tasks.BaseTaskTests.test_task_set_name_pylong
  loopTest("may be a number, which becomes text", function* () {
    const task = createTask(answer(1), { name: 987654321 as never });
    expect(task.getName()).toBe("987654321");
    task.setName(123456789 as never);
    expect(task.getName()).toBe("123456789");
  });

  // test_tasks.BaseTaskTests.test_task_repr_name_not_str
  loopTest("becomes text, whatever it was", function* () {
    const task = createTask(answer(1));
    task.setName([6] as never);
    expect(task.getName()).toBe("6");
  });
});

describe("ensureFuture", () => {
  // test_tasks.BaseTaskTests.test_ensure_future_coroutine
  test("makes a task of a coroutine, on the running loop or on the one that it is given", async () => {
    const loop = virtualLoop();
    const given = ensureFuture(answer("ok"), { loop });
    expect(given.getLoop()).toBe(loop);
    expect(await loop.runUntilComplete(given)).toBe("ok");

    expect(() => ensureFuture(answer("ok"))).toThrow("No running event loop");

    function* main(): Coroutine<boolean> {
      const task = ensureFuture(answer("ok"));
      return task instanceof Task && task.getLoop() === loop && (yield* task) === "ok";
    }
    expect(await loop.runUntilComplete(main())).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_ensure_future_future
  test("leaves a future as it is, and refuses one of another loop", () => {
    const loop = virtualLoop();
    const future = loop.createFuture<string>();
    future.setResult("ok");
    expect(ensureFuture(future)).toBe(future);
    expect(ensureFuture(future, { loop })).toBe(future);
    expect(() => ensureFuture(future, { loop: virtualLoop() })).toThrow(RangeError);
  });

  // test_tasks.BaseTaskTests.test_ensure_future_task
  test("leaves a task as it is, and refuses one of another loop", async () => {
    const loop = virtualLoop();
    const task = loop.createTask(answer("ok"));
    expect(ensureFuture(task)).toBe(task);
    expect(await loop.runUntilComplete(task)).toBe("ok");
    expect(ensureFuture(task, { loop })).toBe(task);
    expect(() => ensureFuture(task, { loop: virtualLoop() })).toThrow(RangeError);
  });

  // test_tasks.BaseTaskTests.test_ensure_future_error_msg
  test("says what is wrong with a future of another loop", () => {
    const future = virtualLoop().createFuture();
    expect(() => ensureFuture(future, { loop: virtualLoop() })).toThrow(
      "The future belongs to a different loop",
    );
  });

  // test_tasks.BaseTaskTests.test_ensure_future_awaitable
  loopTest("makes a task of anything that can be awaited", function* () {
    const awaitable: Awaitable<string> = { [Symbol.iterator]: () => answer("ok") };
    expect(yield* ensureFuture(awaitable)).toBe("ok");
  });

  // test_tasks.BaseTaskTests.test_ensure_future_task_awaitable
  loopTest("gives such a task a coroutine of its own", function* () {
    const awaitable: Awaitable<string> = { [Symbol.iterator]: () => sleep(0, "ok") };
    const task = ensureFuture(awaitable) as Task<string>;
    expect(yield* task).toBe("ok");
    expect(isCoroutine(task.getCoro())).toBe(true);
  });

  // test_tasks.BaseTaskTests.test_ensure_future_neither
  loopTest("refuses what cannot be awaited", function* () {
    expect(() => ensureFuture("ok" as never)).toThrow(TypeError);
  });
});

describe("the current task", () => {
  // test_tasks.BaseTaskTests.test_current_task
  test("is the one whose step runs, and there is none before and after", async () => {
    const loop = virtualLoop();
    function* main(): Coroutine<boolean> {
      return currentTask() === task && currentTask(loop) === task;
    }
    const task: Task<boolean> = loop.createTask(main());
    expect(currentTask(loop)).toBe(undefined);
    expect(await loop.runUntilComplete(task)).toBe(true);
    expect(currentTask(loop)).toBe(undefined);
  });

  // test_tasks.BaseTaskTests.test_current_task_with_interleaving_tasks
  loopTest("is right when tasks take turns", function* () {
    const first = new Future<void>();
    const second = new Future<void>();
    const seen: boolean[] = [];
    function* one(): Coroutine<void> {
      seen.push(currentTask() === tasks[0]);
      yield* first;
      seen.push(currentTask() === tasks[0]);
      second.setResult();
    }
    function* two(): Coroutine<void> {
      seen.push(currentTask() === tasks[1]);
      first.setResult();
      yield* second;
      seen.push(currentTask() === tasks[1]);
    }
    const tasks: Task<void>[] = [createTask(one()), createTask(two())];
    yield* wait(tasks);
    expect(seen).toEqual([true, true, true, true]);
  });

  // test_tasks.BaseCurrentLoopTests.test_current_task_no_running_loop
  test("of a loop that does not run is none", () => {
    expect(currentTask(virtualLoop())).toBe(undefined);
  });

  // test_tasks.BaseCurrentLoopTests.test_current_task_no_running_loop_implicit
  test("needs a loop", () => {
    expect(() => currentTask()).toThrow("No running event loop");
  });

  // test_tasks.BaseCurrentLoopTests.test_current_task_with_implicit_loop
  loopTest("is that of the running loop when no other is given", function* () {
    function* child(): Coroutine<boolean> {
      return currentTask() === task;
    }
    const task: Task<boolean> = createTask(child());
    expect(yield* task).toBe(true);
  });
});

describe("the context of a task", () => {
  // test_tasks.BaseTaskTests.test_context_1
  loopTest("is a copy: what its creator and the task itself set later stays with each", function* () {
    const variable = new ContextVar("variable", { default: "nope" });
    function* child(): Coroutine<string> {
      yield* sleep(0.01);
      const seen = variable.get();
      variable.set("something else");
      return seen;
    }
    const task = createTask(child());
    variable.set("yes");
    expect(yield* task).toBe("nope");
    expect(variable.get()).toBe("yes");
  });

  // test_tasks.BaseTaskTests.test_context_2
  test("is not changed by the callbacks of a future that it waits for", async () => {
    const variable = new ContextVar("variable", { default: "nope" });
    function* main(): Coroutine<void> {
      for (const value of ["yes 1", "yes 2"]) {
        const future = new Future<void>();
        future.addDoneCallback(() => void variable.set("something else"));
        variable.set(value);
        getRunningLoop().callSoon(() => future.setResult());
        yield* future;
        expect(variable.get()).toBe(value);
        yield* sleep(0.001);
        expect(variable.get()).toBe(value);
      }
    }
    await virtualLoop().runUntilComplete(main());
    expect(variable.get()).toBe("nope");
  });

  // test_tasks.BaseTaskTests.test_context_3
  test("is its own, however many tasks take turns", async () => {
    const variable = new ContextVar("variable", { default: -1 });
    function* child(number: number): Coroutine<boolean> {
      let isOwn = true;
      for (let i = 0; i < 10; i++) {
        variable.set(number + i);
        yield* sleep(0.001 * (1 + ((number * 7 + i * 3) % 50)));
        isOwn &&= variable.get() === number + i;
      }
      return isOwn;
    }
    function* main(): Coroutine<boolean[]> {
      return yield* gather(Array.from({ length: 100 }, (_, number) => createTask(child(number))));
    }
    const own = await virtualLoop().runUntilComplete(main());
    expect(own.every(Boolean)).toBe(true);
    expect(variable.get()).toBe(-1);
  });

  // test_tasks.BaseTaskTests.test_context_4
  // test_tasks.BaseTaskTests.test_context_5
  // test_tasks.BaseTaskTests.test_context_6
  test.each<[string, (coroutine: Coroutine<void>, options: TaskOptions) => Task<void>]>([
    ["new Task()", (coroutine, options) => new Task(coroutine, options)],
    ["createTask()", (coroutine, options) => createTask(coroutine, options)],
    ["loop.createTask()", (coroutine, options) => getRunningLoop().createTask(coroutine, options)],
  ])("is the one that it is given, with %s", async (_, make) => {
    const variable = new ContextVar<number>("variable");
    function* set(value: number): Coroutine<void> {
      yield* sleep(0);
      variable.set(value);
    }
    function* main(): Coroutine<unknown[]> {
      const context = copyContext();
      const seen: unknown[] = [context.get(variable)];
      for (const value of [1, 2]) {
        yield* make(set(value), { context });
        seen.push(context.get(variable));
      }
      return seen;
    }
    expect(await virtualLoop().runUntilComplete(main())).toEqual([undefined, 1, 2]);
  });

  // test_tasks.BaseTaskTests.test_get_context
  loopTest("can be asked for", function* () {
    const context = copyContext();
    const task = createTask(answer(1), { context });
    yield* task;
    expect(task.getContext()).toBe(context);
  });
});

describe("sleep", () => {
  // test_tasks.BaseTaskTests.test_sleep
  loopTest("waits for so long and answers with what it was given", function* () {
    yield* sleep(0.05);
    expect(yield* sleep(0.05, "yeah")).toBe("yeah");
    expect(getRunningLoop().time()).toBeCloseTo(0.1);
  });

  // test_tasks.SleepTests.test_sleep_zero
  loopTest("of nothing lets what is ready run first", function* () {
    const order: string[] = [];
    getRunningLoop().callSoon(() => order.push("ready"));
    expect(order).toEqual([]);
    order.push(yield* sleep(0, "slept"));
    expect(order).toEqual(["ready", "slept"]);
  });

  // test_tasks.BaseTaskTests.test_sleep_when_delay_is_nan
  loopTest("needs to know for how long", function* () {
    expect(yield* thrownBy(sleep(Number.NaN))).toBeInstanceOf(RangeError);
  });

  // test_tasks.BaseTaskTests.test_sleep_cancel
  loopTest("takes its timer back when it is cancelled", function* () {
    const kinds: string[] = [];
    const stop = getRunningLoop().observe((event) => {
      if (event.kind.startsWith("timer")) {
        kinds.push(event.kind);
      }
    });
    const task = yield* start(sleep(10, "yeah"));
    expect(kinds).toEqual(["timer set"]);
    task.cancel();
    yield;
    expect(kinds).toEqual(["timer set", "timer cancelled"]);
    stop();
  });
});
