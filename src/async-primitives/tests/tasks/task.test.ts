import { describe, expect, test } from "vitest";
import {
  allTasks,
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  ensureFuture,
  Future,
  gather,
  getRunningLoop,
  RuntimeError,
  shield,
  sleep,
  Task,
} from "../../index.ts";
import { countIterations, runVirtual, start } from "../virtual-time.ts";

function* answer<T>(value: T): Coroutine<T> {
  return value;
}

function* forever(): Coroutine<never> {
  while (true) {
    yield* sleep(3600);
  }
}

describe("a task", () => {
  test("takes its first step in the next iteration", async () => {
    const order: string[] = [];
    function* child(): Coroutine<void> {
      order.push("child");
    }
    function* main(): Coroutine<void> {
      const task = createTask(child());
      order.push("main");
      yield* task;
    }
    await runVirtual(main());
    expect(order).toEqual(["main", "child"]);
  });

  test("starts at once when it is eager, up to its first wait", async () => {
    const order: string[] = [];
    function* child(): Coroutine<Task<unknown> | undefined> {
      order.push("child");
      const self = currentTask();
      yield;
      return self;
    }
    function* main(): Coroutine<void> {
      const self = currentTask();
      const task = createTask(child(), { eagerStart: true });
      order.push("main");
      expect(currentTask() === self).toBe(true);
      expect((yield* task) === task).toBe(true);
      expect(createTask(answer(1), { eagerStart: true }).result()).toBe(1);
    }
    await runVirtual(main());
    expect(order).toEqual(["child", "main"]);
  });

  test("has a name", async () => {
    function* main(): Coroutine<void> {
      const named = createTask(answer(1), { name: "tea" });
      const unnamed = createTask(answer(1));
      expect(named.getName()).toBe("tea");
      expect(unnamed.getName()).toMatch(/^Task-\d+$/);
      unnamed.setName("coffee");
      expect(String(unnamed)).toBe("<Task 'coffee' pending>");
      yield;
    }
    await runVirtual(main());
  });

  test("is the current task while its step runs, and one of all tasks until it is done", async () => {
    function* main(): Coroutine<void> {
      currentTask()?.setName("main");
      const child = createTask(answer(1), { name: "child" });
      expect(currentTask() === child).toBe(false);
      const names = () => [...allTasks()].map((task) => task.getName());
      expect(names()).toEqual(["main", "child"]);
      yield* child;
      expect(names()).toEqual(["main"]);
      getRunningLoop().callSoon(() => expect(currentTask()).toBe(undefined));
      yield;
    }
    await runVirtual(main());
  });

  test("cannot be ended from outside", async () => {
    function* main(): Coroutine<void> {
      const task = createTask(answer(1));
      expect(() => task.setResult(2)).toThrow("Task does not support setResult()");
      expect(() => task.setException(new Error())).toThrow("Task does not support setException()");
      yield;
    }
    await runVirtual(main());
  });

  test("takes a coroutine and nothing else", async () => {
    function* main(): Coroutine<void> {
      expect(() => createTask(answer as never)).toThrow(
        "the generator function 'answer': call it, as in answer()",
      );
      expect(() => createTask(Promise.resolve() as never)).toThrow("fromPromise(promise)");
      expect(() => createTask(undefined as never)).toThrow("A task takes a coroutine, got undefined");
      expect(() => ensureFuture([1] as never)).toThrow("got an array");
    }
    await runVirtual(main());
  });

  test("needs a running loop", () => {
    expect(() => createTask(answer(1))).toThrow("No running event loop");
    expect(() => currentTask()).toThrow("No running event loop");
  });

  test("fails with what its coroutine throws", async () => {
    function* fail(): Coroutine<never> {
      throw new Error("broken");
    }
    function* main(): Coroutine<unknown> {
      const task = createTask(fail());
      yield;
      return task.exception();
    }
    expect(await runVirtual(main())).toEqual(new Error("broken"));
  });

  test("that throws undefined has failed, and says so to whoever waits for it", async () => {
    function* throwNothing(): Coroutine<void> {
      yield;
      throw undefined;
    }
    const failed = new TypeError("A Task failed with undefined: throw an Error");
    function* main(): Coroutine<unknown> {
      return yield* gather([throwNothing(), shield(throwNothing())], { returnExceptions: true });
    }
    expect(await runVirtual(main())).toEqual([failed, failed]);
    await expect(runVirtual(throwNothing())).rejects.toEqual(failed);
  });

  test("ensureFuture leaves a future as it is, and makes a task of any other awaitable", async () => {
    function* main(): Coroutine<number> {
      const future = new Future<number>();
      expect(ensureFuture(future)).toBe(future);
      const awaitable = { [Symbol.iterator]: () => answer(42) };
      const task = ensureFuture<number>(awaitable);
      expect(task).toBeInstanceOf(Task);
      return yield* task;
    }
    expect(await runVirtual(main())).toBe(42);
  });
});

describe("iterations", () => {
  const cases: [string, number, () => Coroutine<unknown>][] = [
    ["a finished coroutine", 0, () => answer(1)],
    ["sleep(0)", 1, () => sleep(0)],
    [
      "a bare yield",
      1,
      function* (): Coroutine<void> {
        yield;
      },
    ],
    [
      "a task that returns at once",
      2,
      function* () {
        return yield* createTask(answer(1));
      },
    ],
    [
      "gather of two coroutines",
      3,
      function* () {
        return yield* gather(answer(1), answer(2));
      },
    ],
    [
      "gather of nothing",
      0,
      function* () {
        return yield* gather();
      },
    ],
    [
      "cancelling a sleeping task and waiting for it",
      2,
      function* () {
        const task = sleepers.pop() as Task<void>;
        task.cancel();
        try {
          yield* task;
        } catch (error) {
          if (!(error instanceof CancelledError)) {
            throw error;
          }
        }
      },
    ],
  ];
  const sleepers: Task<void>[] = [];

  test.each(cases)("%s takes %i", async (_, expected, make) => {
    function* main(): Coroutine<number> {
      sleepers.push(yield* start(sleep(100)));
      return yield* countIterations(make());
    }
    expect(await runVirtual(main())).toBe(expected);
  });
});

describe("cancelling a task", () => {
  test("throws into the coroutine where it waits", async () => {
    const seen: string[] = [];
    function* child(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch (error) {
        seen.push((error as CancelledError).message);
        throw error;
      } finally {
        seen.push("clean up");
      }
    }
    function* main(): Coroutine<void> {
      const task = yield* start(child());
      expect(task.cancel("closing")).toBe(true);
      expect(task.cancelled()).toBe(false);
      expect(task.cancelling()).toBe(1);
      yield* sleep(1);
      expect(task.cancelled()).toBe(true);
      expect(task.cancel()).toBe(false);
    }
    await runVirtual(main());
    expect(seen).toEqual(["closing", "clean up"]);
  });

  test("before its first step means that its body never runs", async () => {
    function* child(): Coroutine<void> {
      expect.unreachable();
    }
    function* main(): Coroutine<boolean> {
      const task = createTask(child());
      task.cancel();
      yield;
      return task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("twice before one step throws once", async () => {
    let caught = 0;
    function* child(): Coroutine<string> {
      for (let i = 0; i < 3; i++) {
        try {
          yield* sleep(1);
        } catch {
          caught++;
        }
      }
      return "survived";
    }
    function* main(): Coroutine<string> {
      const task = yield* start(child());
      task.cancel();
      task.cancel();
      const result = yield* task;
      expect(task.cancelling()).toBe(2);
      return result;
    }
    expect(await runVirtual(main())).toBe("survived");
    expect(caught).toBe(1);
  });

  test("by itself takes effect at its next wait, at once", async () => {
    function* child(): Coroutine<number> {
      currentTask()?.cancel();
      try {
        yield* sleep(10);
      } catch {
        return getRunningLoop().time();
      }
      return -1;
    }
    expect(await runVirtual(child())).toBe(0);
  });

  test("by itself, just before it returns, drops its result", async () => {
    function* child(): Coroutine<number> {
      currentTask()?.cancel("too late");
      return 1;
    }
    function* main(): Coroutine<void> {
      const task = createTask(child());
      yield;
      expect(task.cancelled()).toBe(true);
      expect(() => task.result()).toThrow("too late");
    }
    await runVirtual(main());
  });

  test("can be undone with uncancel, also before the next step", async () => {
    function* child(): Coroutine<string> {
      const self = currentTask() as Task<string>;
      self.cancel();
      expect(self.uncancel()).toBe(0);
      expect(self.uncancel()).toBe(0);
      yield* sleep(1);
      return "went on";
    }
    expect(await runVirtual(child())).toBe("went on");
  });

  test("hands out the message once", async () => {
    function* main(): Coroutine<string[]> {
      const task = yield* start(forever());
      task.cancel("once");
      yield;
      const messages: string[] = [];
      for (let i = 0; i < 2; i++) {
        try {
          task.result();
        } catch (error) {
          messages.push((error as CancelledError).message);
        }
      }
      return messages;
    }
    expect(await runVirtual(main())).toEqual(["once", ""]);
  });

  test("reaches through a chain of tasks", async () => {
    function* outer(inner: Task<unknown>): Coroutine<unknown> {
      return yield* inner;
    }
    function* main(): Coroutine<boolean> {
      const inner = createTask(forever());
      const task = yield* start(outer(inner));
      task.cancel();
      yield* sleep(1);
      return inner.cancelled() && task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("leaves no stack in the error, except in debug mode", async () => {
    function* main(): Coroutine<string> {
      const future = new Future<void>();
      future.cancel();
      try {
        yield* future;
      } catch (error) {
        return (error as Error).stack ?? "";
      }
      return "";
    }
    expect(await runVirtual(main())).not.toContain("at ");
    expect(await runVirtual(main(), { debug: true })).toContain("at ");
  });
});

describe("a mistake is explained", () => {
  const messageOf = async (main: () => Coroutine<unknown>): Promise<string> => {
    const error = await runVirtual(main()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RuntimeError);
    return (error as Error).message;
  };

  test("when a coroutine is yielded without a star", async () => {
    function* main(): Coroutine<void> {
      yield sleep(1) as never;
    }
    expect(await messageOf(main)).toContain("yielded a coroutine: write `yield* f()`, not `yield f()`");
  });

  test("when a future is yielded without a star", async () => {
    function* main(): Coroutine<void> {
      yield new Future() as never;
    }
    expect(await messageOf(main)).toContain(
      "yielded an object of Future: write `yield* f()`, not `yield f()`",
    );
  });

  test("when a promise is yielded", async () => {
    function* main(): Coroutine<void> {
      yield Promise.resolve() as never;
    }
    expect(await messageOf(main)).toContain("cannot await a promise: bring it in with fromPromise(promise)");
  });

  test("when a task waits for itself", async () => {
    function* main(): Coroutine<void> {
      yield* currentTask() as Task<void>;
    }
    expect(await messageOf(main)).toContain("cannot await itself");
  });
});
