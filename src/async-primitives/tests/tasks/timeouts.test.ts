import { describe, expect, test } from "vitest";
import {
  asCompleted,
  CancelledError,
  type Coroutine,
  createTask,
  Future,
  gather,
  getRunningLoop,
  Lock,
  shield,
  sleep,
  type Timeout,
  TimeoutError,
  taskGroup,
  timeout,
  timeoutAt,
  wait,
  waitFor,
} from "../../index.ts";
import { countIterations, runVirtual, start } from "../virtual-time.ts";

function* caught(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  try {
    return yield* coroutine;
  } catch (error) {
    return error;
  }
}

describe("timeout", () => {
  test("cancels a block that takes too long, and throws a TimeoutError", async () => {
    function* main(): Coroutine<void> {
      let scope: Timeout | undefined;
      const error = yield* caught(
        timeout(1, function* (given) {
          scope = given;
          yield* sleep(10);
        }),
      );
      expect(error).toBeInstanceOf(TimeoutError);
      expect((error as Error).cause).toBeInstanceOf(CancelledError);
      expect(scope?.expired()).toBe(true);
      expect(getRunningLoop().time()).toBe(1);
    }
    await runVirtual(main());
  });

  test("lets a block through that ends in time", async () => {
    function* main(): Coroutine<string> {
      return yield* timeout(2, function* (scope) {
        expect(scope.when()).toBe(2);
        const result = yield* sleep(1, "in time");
        expect(scope.expired()).toBe(false);
        return result;
      });
    }
    expect(await runVirtual(main())).toBe("in time");
  });

  test("without a limit never expires", async () => {
    function* main(): Coroutine<string> {
      return yield* timeout(null, () => sleep(1000, "at last"));
    }
    expect(await runVirtual(main())).toBe("at last");
  });

  test("takes a limit that is left out for none, like all that have one", async () => {
    const { seconds }: { seconds?: number } = {};
    function* main(): Coroutine<unknown[]> {
      const task = createTask(sleep(1000, "task"));
      const [done] = yield* wait([task], { timeout: seconds });
      const [first] = asCompleted([task], { timeout: seconds });
      return [
        done.has(task),
        yield* first as Coroutine<string>,
        yield* timeout(seconds, () => sleep(1000, "timeout")),
        yield* timeoutAt(seconds, () => sleep(1000, "timeoutAt")),
        yield* waitFor(sleep(1000, "waitFor"), seconds),
        yield* timeout(1, function* (scope) {
          scope.reschedule(seconds);
          expect(scope.when()).toBe(null);
          return yield* sleep(1000, "reschedule");
        }),
      ];
    }
    expect(await runVirtual(main())).toEqual([true, "task", "timeout", "timeoutAt", "waitFor", "reschedule"]);
  });

  test("waits for whatever its block answers with", async () => {
    function* main(): Coroutine<unknown> {
      const [numbers, text] = yield* timeout(10, () => gather(sleep(1, [1, 2]), sleep(2, "text")));
      const task = createTask(sleep(1, "task"));
      const shielded = yield* timeout(10, () => shield(task));
      const locked = yield* new Lock().with(() => task);
      const grouped = yield* taskGroup((group) => group.createTask(sleep(1, "group")));
      return [numbers, text, shielded, locked, grouped];
    }
    expect(await runVirtual(main())).toEqual([[1, 2], "text", "task", "task", "group"]);
  });

  test("passes an outside cancellation on", async () => {
    function* main(): Coroutine<boolean> {
      const task = yield* start(timeout(10, () => sleep(20)));
      task.cancel();
      yield;
      return task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("belongs to the innermost scope that expires", async () => {
    function* main(): Coroutine<string> {
      return yield* timeout(5, function* () {
        const error = yield* caught(timeout(1, () => sleep(10)));
        expect(error).toBeInstanceOf(TimeoutError);
        return yield* sleep(1, "went on");
      });
    }
    expect(await runVirtual(main())).toBe("went on");
  });

  test("lets another error of the block pass, and still says that it expired", async () => {
    let scope: Timeout | undefined;
    function* main(): Coroutine<void> {
      yield* timeout(1, function* (given) {
        scope = given;
        try {
          yield* sleep(10);
        } catch {
          throw new Error("in the clean-up");
        }
      });
    }
    await expect(runVirtual(main())).rejects.toThrow("in the clean-up");
    expect(scope?.expired()).toBe(true);
  });

  test("can be moved, and taken away, until it expires or ends", async () => {
    function* main(): Coroutine<void> {
      const scope = yield* timeout(1, function* (scope) {
        scope.reschedule(5);
        yield* sleep(3);
        scope.reschedule(null);
        yield* sleep(10);
        return scope;
      });
      expect(() => scope.reschedule(1)).toThrow("Cannot change the deadline of a timeout that is finished");
    }
    await runVirtual(main());
  });

  test("of a moment that has passed fires in the next iteration", async () => {
    function* main(): Coroutine<number[]> {
      yield* sleep(5);
      return [
        yield* countIterations(caught(timeoutAt(1, () => sleep(0)))),
        yield* countIterations(caught(timeout(0, () => sleep(10)))),
      ];
    }
    expect(await runVirtual(main())).toEqual([1, 2]);
  });

  test("takes a number and a block", async () => {
    function* main(): Coroutine<void> {
      expect(yield* caught(timeout("1" as never, () => sleep(1)))).toEqual(
        new TypeError('timeout() takes seconds, a number or null, got the string "1"'),
      );
      expect(yield* caught(timeout(1, sleep(1) as never))).toEqual(
        new TypeError(
          "A timeout takes a generator function, as in function* (scope) { ... }, got a coroutine",
        ),
      );
    }
    await runVirtual(main());
  });
});

describe("waitFor", () => {
  test("answers with the result in time", async () => {
    expect(await runVirtual(waitFor(sleep(1, "in time"), 2))).toBe("in time");
    expect(await runVirtual(waitFor(sleep(1, "at last"), null))).toBe("at last");
  });

  test("cancels what is late", async () => {
    function* main(): Coroutine<void> {
      const task = createTask(sleep(10));
      expect(yield* caught(waitFor(task, 1))).toBeInstanceOf(TimeoutError);
      expect(task.cancelled()).toBe(true);
    }
    await runVirtual(main());
  });

  test("without time takes what is done already, and cancels the rest before it begins", async () => {
    function* main(): Coroutine<void> {
      const done = new Future<number>();
      done.setResult(42);
      expect(yield* waitFor(done, 0)).toBe(42);
      function* unwanted(): Coroutine<void> {
        expect.unreachable();
      }
      expect(yield* caught(waitFor(unwanted(), 0))).toBeInstanceOf(TimeoutError);
      expect(yield* countIterations(caught(waitFor(sleep(1), 0)))).toBe(3);
    }
    await runVirtual(main());
  });

  test("awaits a coroutine in place, without a task", async () => {
    function* main(): Coroutine<number> {
      return yield* countIterations(waitFor(nothing(), 1));
    }
    function* nothing(): Coroutine<void> {}
    expect(await runVirtual(main())).toBe(0);
  });
});
