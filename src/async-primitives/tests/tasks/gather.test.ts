import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  CancelledError,
  type Coroutine,
  createTask,
  eagerTaskFactory,
  Future,
  gather,
  getRunningLoop,
  sleep,
  type Task,
} from "../../index.ts";
import { runVirtual, start } from "../virtual-time.ts";

function* answerAfter<T>(delay: number, result: T): Coroutine<T> {
  return yield* sleep(delay, result);
}

function* failAfter(delay: number, message: string): Coroutine<never> {
  yield* sleep(delay);
  throw new Error(message);
}

describe("gather", () => {
  test("answers in the order of its arguments", async () => {
    function* main(): Coroutine<[number, string, boolean]> {
      return yield* gather(answerAfter(3, 1), answerAfter(1, "two"), answerAfter(2, true));
    }
    expect(await runVirtual(main())).toEqual([1, "two", true]);
  });

  test("takes any iterable of awaitables, and the same one twice", async () => {
    function* main(): Coroutine<number[]> {
      const task = createTask(answerAfter(1, 1));
      return yield* gather(new Set<Awaitable<number>>([task, answerAfter(2, 2)]));
    }
    function* twice(): Coroutine<number[]> {
      const coroutine = answerAfter(1, 7);
      return yield* gather([coroutine, coroutine]);
    }
    expect(await runVirtual(main())).toEqual([1, 2]);
    expect(await runVirtual(twice())).toEqual([7, 7]);
  });

  test("passes on the first exception and lets the others go on", async () => {
    function* main(): Coroutine<string> {
      const slow = createTask(answerAfter(5, "slow"));
      try {
        yield* gather(slow, failAfter(1, "first"), failAfter(2, "second"));
      } catch (error) {
        return `${(error as Error).message}, ${yield* slow}`;
      }
      return "";
    }
    expect(await runVirtual(main())).toBe("first, slow");
  });

  test("counts exceptions as results when told to", async () => {
    function* main(): Coroutine<(string | Error)[]> {
      const cancelled = new Future<string>();
      cancelled.cancel();
      return yield* gather([answerAfter(1, "fine"), failAfter(2, "broken"), cancelled], {
        returnExceptions: true,
      });
    }
    const [fine, broken, cancelled] = await runVirtual(main());
    expect(fine).toBe("fine");
    expect(broken).toEqual(new Error("broken"));
    expect(cancelled).toBeInstanceOf(CancelledError);
  });

  test("of done futures is done at once", async () => {
    function* main(): Coroutine<boolean> {
      const future = new Future<number>();
      future.setResult(1);
      return gather(future, future).done() && gather().done();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("waits for a future that an eager task after it finishes, since it had been waiting already", async () => {
    function* finish(future: Future<number>): Coroutine<number> {
      future.setResult(1);
      return 2;
    }
    function* main(): Coroutine<[boolean, number[]]> {
      getRunningLoop().setTaskFactory(eagerTaskFactory);
      const future = new Future<number>();
      const outer = gather(future, finish(future));
      return [outer.done(), yield* outer];
    }
    expect(await runVirtual(main())).toEqual([false, [1, 2]]);
  });

  test("looks at the exceptions of those it has started when one of the others cannot be awaited", async () => {
    const reported: string[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, { message }) => reported.push(message));
      expect(() => gather(failAfter(1, "broken"), "not awaitable" as never)).toThrow(TypeError);
      yield* sleep(2);
    }
    await runVirtual(main());
    expect(reported).toEqual([]);
  });

  test("that has failed is still reported when it is cancelled too late, for nobody looked at it", async () => {
    const reported: unknown[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, { exception }) => reported.push(exception));
      const outer = gather(failAfter(1, "broken"));
      yield* sleep(2);
      expect(outer.cancel()).toBe(false);
    }
    await runVirtual(main());
    expect(reported).toEqual([new Error("broken")]);
  });

  test("fails, and is not cancelled, when a child is cancelled", async () => {
    function* main(): Coroutine<void> {
      const child = createTask(sleep(10));
      const outer = gather(child, sleep(1));
      yield;
      child.cancel();
      yield* sleep(2);
      expect(outer.cancelled()).toBe(false);
      expect(outer.exception()).toBeInstanceOf(CancelledError);
    }
    await runVirtual(main());
  });

  test("cancels its children when it is cancelled, and ends after them", async () => {
    function* stubborn(): Coroutine<void> {
      try {
        yield* sleep(10);
      } finally {
        yield* sleep(3);
      }
    }
    function* waiter(children: Task<void>[]): Coroutine<void> {
      yield* gather(children, { returnExceptions: true });
    }
    function* main(): Coroutine<void> {
      const children = [createTask(stubborn()), createTask(sleep(10))];
      const task = yield* start(waiter(children));
      yield;
      task.cancel("stop");
      yield* sleep(1);
      expect(task.done()).toBe(false);
      yield* sleep(3);
      expect(task.cancelled()).toBe(true);
      expect(children.every((child) => child.cancelled())).toBe(true);
    }
    await runVirtual(main());
  });
});
