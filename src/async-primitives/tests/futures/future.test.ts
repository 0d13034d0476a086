import { describe, expect, test } from "vitest";
import {
  CancelledError,
  ContextVar,
  type Coroutine,
  copyContext,
  createTask,
  Future,
  getRunningLoop,
  InvalidStateError,
  isFuture,
  sleep,
} from "../../index.ts";
import { countIterations, runVirtual, start, virtualLoop } from "../virtual-time.ts";

describe("a future", () => {
  test("starts pending, and says so when it is asked", () => {
    const future = virtualLoop().createFuture();
    expect(future.done()).toBe(false);
    expect(future.cancelled()).toBe(false);
    expect(() => future.result()).toThrow(InvalidStateError);
    expect(() => future.exception()).toThrow("is not done: wait for it with `yield*`, or ask done() first");
  });

  test("ends with a result", () => {
    const future = virtualLoop().createFuture<number>();
    future.setResult(42);
    expect(future.done()).toBe(true);
    expect(future.result()).toBe(42);
    expect(future.exception()).toBe(undefined);
  });

  test("ends with an exception", () => {
    const future = virtualLoop().createFuture();
    const error = new Error("broken");
    future.setException(error);
    expect(future.exception()).toBe(error);
    expect(() => future.result()).toThrow(error);
  });

  test("is set only once", () => {
    const future = virtualLoop().createFuture<number>();
    future.setResult(1);
    expect(() => future.setResult(2)).toThrow(
      "setResult() on a Future that is finished: a future is set once",
    );
    future.cancel();
    expect(future.cancelled()).toBe(false);
    const cancelled = virtualLoop().createFuture<number>();
    cancelled.cancel();
    expect(() => cancelled.setException(new Error())).toThrow("that is cancelled");
  });

  test("is cancelled at once, with a message", () => {
    const future = virtualLoop().createFuture();
    expect(future.cancel("enough")).toBe(true);
    expect(future.cancel()).toBe(false);
    expect(future.cancelled()).toBe(true);
    expect(() => future.result()).toThrow("enough");
    expect(() => future.exception()).toThrow(CancelledError);
  });

  test("needs a loop", () => {
    expect(() => new Future()).toThrow("No running event loop");
    expect(isFuture(new Future({ loop: virtualLoop() }))).toBe(true);
    expect(isFuture(Promise.resolve())).toBe(false);
  });
});

describe("callbacks of a future", () => {
  test("are called by the loop, in the order of registration, never at once", async () => {
    const order: string[] = [];
    function* main(): Coroutine<void> {
      const future = new Future<void>();
      future.addDoneCallback(() => order.push("first"));
      future.addDoneCallback(() => order.push("second"));
      future.setResult();
      order.push("set");
      future.addDoneCallback((same) => order.push(same === future ? "late" : "wrong"));
      yield;
    }
    await runVirtual(main());
    expect(order).toEqual(["set", "first", "second", "late"]);
  });

  test("can be taken back, all at once", async () => {
    function* main(): Coroutine<number> {
      const future = new Future<void>();
      const callback = () => expect.unreachable();
      future.addDoneCallback(callback);
      future.addDoneCallback(callback);
      future.addDoneCallback(() => {});
      const removed = future.removeDoneCallback(callback);
      future.setResult();
      yield;
      return removed;
    }
    expect(await runVirtual(main())).toBe(2);
  });

  test("run in the context in which they were added, or the one given", async () => {
    const variable = new ContextVar<string>("variable");
    const seen: string[] = [];
    function* main(): Coroutine<void> {
      const future = new Future<void>();
      variable.set("at registration");
      future.addDoneCallback(() => seen.push(variable.get()));
      const context = copyContext();
      context.run(() => variable.set("given"));
      future.addDoneCallback(() => seen.push(variable.get()), { context });
      variable.set("later");
      future.setResult();
      yield;
    }
    await runVirtual(main());
    expect(seen).toEqual(["at registration", "given"]);
  });
});

describe("waiting for a future", () => {
  test("that is done takes no iteration", async () => {
    function* main(): Coroutine<number> {
      const future = new Future<void>();
      future.setResult();
      return yield* countIterations(waitFor(future));
    }
    function* waitFor(future: Future<void>): Coroutine<void> {
      yield* future;
    }
    expect(await runVirtual(main())).toBe(0);
  });

  test("lets several tasks wait for the same one", async () => {
    function* waiter(future: Future<string>): Coroutine<string> {
      return yield* future;
    }
    function* main(): Coroutine<string[]> {
      const future = new Future<string>();
      const a = createTask(waiter(future));
      const b = createTask(waiter(future));
      yield;
      future.setResult("both");
      return [yield* a, yield* b];
    }
    expect(await runVirtual(main())).toEqual(["both", "both"]);
  });

  test("works from native code with await", async () => {
    const loop = virtualLoop();
    const good = loop.createFuture<number>();
    const bad = loop.createFuture<number>();
    loop.callSoon(() => good.setResult(1));
    loop.callSoon(() => bad.setException(new Error("broken")));
    const both = Promise.all([good.then((n) => n + 1), expect(bad).rejects.toThrow("broken")]);
    await loop.runUntilComplete(sleep(1));
    expect((await both)[0]).toBe(2);
  });

  test("ends for native code when the loop closes before it is done", async () => {
    const loop = virtualLoop();
    const future = loop.createFuture<void>();
    const waiting = expect(future).rejects.toThrow(InvalidStateError);
    loop.close();
    await waiting;
    await expect(future).rejects.toThrow("wait for it with `yield*`");
  });

  test("holds nothing of native code that has waited", async () => {
    const loop = virtualLoop();
    const future = loop.createFuture<void>();
    const before = loop.resources.size;
    loop.callSoon(() => future.setResult());
    const waiting = Promise.all([future.then(), future.then()]);
    expect(loop.resources.size).toBe(before + 2);
    await loop.runUntilComplete(sleep(1));
    await waiting;
    expect(loop.resources.size).toBe(before);
  });

  test("throws the exception that was set", async () => {
    function* main(): Coroutine<string> {
      const future = new Future<never>();
      getRunningLoop().callLater(1, () => future.setException(new Error("broken")));
      try {
        return yield* future;
      } catch (error) {
        return (error as Error).message;
      }
    }
    expect(await runVirtual(main())).toBe("broken");
  });

  test("of another loop is an error", async () => {
    const foreign = virtualLoop().createFuture<void>();
    function* wait(): Coroutine<void> {
      yield* foreign;
    }
    await expect(runVirtual(wait())).rejects.toThrow("got a Future of a different loop");
  });

  test("is not disturbed by a cancelled waiter", async () => {
    function* waiter(future: Future<string>): Coroutine<string> {
      return yield* future;
    }
    function* main(): Coroutine<boolean> {
      const future = new Future<string>();
      const task = yield* start(waiter(future));
      task.cancel();
      yield* sleep(1);
      return future.cancelled() && task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });
});
