import { describe, expect, test } from "vitest";
import {
  allTasks,
  asCompleted,
  CancelledError,
  type Coroutine,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  Future,
  getRunningLoop,
  shield,
  sleep,
  TimeoutError,
  wait,
} from "../../index.ts";
import { countIterations, runVirtual, start } from "../virtual-time.ts";

function* failAfter(delay: number): Coroutine<never> {
  yield* sleep(delay);
  throw new Error("broken");
}

function* nothing(): Coroutine<void> {}

describe("wait", () => {
  test("answers with what is done and what is not, and cancels nothing", async () => {
    function* main(): Coroutine<void> {
      const fast = createTask(sleep(1, "fast"));
      const slow = createTask(sleep(5, "slow"));
      const [done, pending] = yield* wait([slow, fast, fast], { returnWhen: FIRST_COMPLETED });
      expect([...done].map((task) => task.result())).toEqual(["fast"]);
      expect(pending.size).toBe(1);
      const [all] = yield* wait([slow, fast]);
      expect([...all].map((task) => task.result())).toEqual(["slow", "fast"]);
    }
    await runVirtual(main());
  });

  test("ends at the first exception when told to, and does not throw it", async () => {
    function* main(): Coroutine<void> {
      const cancelled = createTask(sleep(10));
      const failing = createTask(failAfter(2));
      const slow = createTask(sleep(5));
      getRunningLoop().callLater(1, () => cancelled.cancel());
      const [done, pending] = yield* wait([cancelled, failing, slow], { returnWhen: FIRST_EXCEPTION });
      expect([done.size, pending.size]).toEqual([2, 1]);
      expect(failing.exception()).toEqual(new Error("broken"));
    }
    await runVirtual(main());
  });

  test("ends after a timeout without an error", async () => {
    function* main(): Coroutine<void> {
      const task = createTask(sleep(10));
      const [done, pending] = yield* wait([task], { timeout: 1 });
      expect([done.size, pending.size]).toEqual([0, 1]);
      expect(task.done()).toBe(false);
    }
    await runVirtual(main());
  });

  test.each([
    ["when it has waited long enough", (of: Future<void>) => wait([of], { timeout: 1 })],
    [
      "when another one was done",
      (of: Future<void>) => wait([of, createTask(sleep(1))], { returnWhen: FIRST_COMPLETED }),
    ],
    [
      "when it is cancelled",
      function* (of: Future<void>): Coroutine<void> {
        const waiter = createTask(wait([of]));
        yield* wait([waiter], { timeout: 1 });
        waiter.cancel();
      },
    ],
  ])("leaves nothing behind with those that go on, %s", async (_, waitFor) => {
    const woken: unknown[] = [];
    function* main(): Coroutine<void> {
      const future = new Future<void>();
      yield* waitFor(future);
      yield;
      const stop = getRunningLoop().observe((event) => {
        if (event.kind === "queued") {
          woken.push(event.runnable);
        }
      });
      future.setResult();
      stop();
    }
    await runVirtual(main());
    expect(woken).toEqual([]);
  });

  test("takes two iterations when all are done, three with a task that returns at once", async () => {
    function* waitForNothing(): Coroutine<void> {
      yield* wait([createTask(nothing())]);
    }
    function* main(): Coroutine<number[]> {
      const future = new Future<void>();
      future.setResult();
      return [yield* countIterations(wait([future])), yield* countIterations(waitForNothing())];
    }
    expect(await runVirtual(main())).toEqual([2, 3]);
  });

  test("takes tasks and futures in a list", async () => {
    await expect(runVirtual(wait([]))).rejects.toThrow(RangeError);
    await expect(runVirtual(wait([sleep(1) as never]))).rejects.toThrow("make it one with ensureFuture()");
    await expect(runVirtual(wait(sleep(1) as never))).rejects.toThrow("put it in a list");
    function* main(): Coroutine<void> {
      yield* wait([createTask(nothing())], { returnWhen: "SOMETIME" as never });
    }
    await expect(runVirtual(main())).rejects.toThrow(
      'wait() takes FIRST_COMPLETED, FIRST_EXCEPTION or ALL_COMPLETED as returnWhen, got the string "SOMETIME"',
    );
  });
});

describe("asCompleted", () => {
  test("hands out results as they come", async () => {
    function* main(): Coroutine<string[]> {
      const order: string[] = [];
      for (const next of asCompleted([sleep(3, "c"), sleep(1, "a"), sleep(2, "b")])) {
        order.push(yield* next);
      }
      return order;
    }
    expect(await runVirtual(main())).toEqual(["a", "b", "c"]);
  });

  test("gives up what is not done after a timeout, and cancels nothing", async () => {
    function* main(): Coroutine<void> {
      const outcomes: string[] = [];
      for (const next of asCompleted([sleep(1, "a"), sleep(10, "b")], { timeout: 2 })) {
        try {
          outcomes.push(yield* next);
        } catch (error) {
          expect(error).toBeInstanceOf(TimeoutError);
          outcomes.push("timeout");
        }
      }
      expect(outcomes).toEqual(["a", "timeout"]);
      expect(allTasks().size).toBe(2);
    }
    await runVirtual(main());
  });

  test("takes three iterations for a coroutine that returns at once", async () => {
    function* first(): Coroutine<void> {
      for (const next of asCompleted([nothing()])) {
        yield* next;
      }
    }
    expect(await runVirtual(countIterations(first()))).toBe(3);
  });
});

describe("shield", () => {
  test("keeps what it protects alive when the waiting is cancelled", async () => {
    function* main(): Coroutine<string> {
      const inner = createTask(sleep(2, "survived"));
      const waiter = yield* start(waitForShield(inner));
      waiter.cancel();
      yield;
      expect(waiter.cancelled()).toBe(true);
      return yield* inner;
    }
    function* waitForShield(inner: Future<string>): Coroutine<string> {
      return yield* shield(inner);
    }
    expect(await runVirtual(main())).toBe("survived");
  });

  test("reports a failure for which nobody waits any more, as nobody has looked at it", async () => {
    const reports: unknown[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, { exception }) => reports.push(exception));
      const outer = shield(failAfter(2));
      yield* sleep(1);
      outer.cancel();
      yield* sleep(2);
    }
    await runVirtual(main());
    expect(reports).toEqual([new Error("broken")]);
  });

  test("is cancelled when what it protects is", async () => {
    function* main(): Coroutine<void> {
      const inner = createTask(sleep(2));
      const outer = shield(inner);
      yield;
      inner.cancel("not passed on");
      try {
        yield* outer;
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(CancelledError);
        expect((error as Error).message).toBe("");
      }
    }
    await runVirtual(main());
  });

  test("passes on a result and an exception; what is done it gives back as it is", async () => {
    function* main(): Coroutine<void> {
      const done = new Future<number>();
      done.setResult(1);
      expect(shield(done) === done).toBe(true);
      expect(yield* shield(sleep(1, 42))).toBe(42);
      try {
        yield* shield(failAfter(1));
        expect.unreachable();
      } catch (error) {
        expect(error).toEqual(new Error("broken"));
      }
    }
    await runVirtual(main());
  });

  test("takes three iterations around a coroutine that returns at once", async () => {
    function* shielded(): Coroutine<void> {
      yield* shield(nothing());
    }
    expect(await runVirtual(countIterations(shielded()))).toBe(3);
  });
});
