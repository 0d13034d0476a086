import { describe, expect, test, vi } from "vitest";
import {
  CancelledError,
  ContextVar,
  type Coroutine,
  createTask,
  EventLoop,
  type Future,
  fromPromise,
  getRunningLoop,
  Runner,
  RuntimeError,
  run,
  sleep,
  type Task,
  wait,
} from "../index.ts";
import { runVirtual, virtualLoop } from "./virtual-time.ts";

describe("run", () => {
  test("answers with the result or the exception of its coroutine", async () => {
    function* fail(): Coroutine<never> {
      yield;
      throw new Error("broken");
    }
    expect(await runVirtual(sleep(1, "done"))).toBe("done");
    await expect(runVirtual(fail())).rejects.toThrow("broken");
  });

  test("cancels the tasks that are left, and waits for them", async () => {
    const order: string[] = [];
    function* child(): Coroutine<void> {
      try {
        yield* sleep(100);
      } finally {
        yield* sleep(1);
        order.push("cleaned up");
      }
    }
    function* main(): Coroutine<void> {
      createTask(child());
      yield;
    }
    await runVirtual(main());
    expect(order).toEqual(["cleaned up"]);
  });

  test("reports the exception of a task that fails while it is being cancelled", async () => {
    const messages: unknown[] = [];
    function* child(): Coroutine<void> {
      try {
        yield* sleep(100);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: what this test is about
        throw new Error("in the clean-up");
      }
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, context) => messages.push(context.message, context.exception));
      createTask(child());
      yield;
    }
    await runVirtual(main());
    expect(messages).toEqual([
      "Unhandled exception while run() was shutting down",
      new Error("in the clean-up"),
    ]);
  });

  test("gives other tasks one more iteration after the main one", async () => {
    const order: string[] = [];
    function* child(): Coroutine<void> {
      try {
        yield;
        order.push("one more");
        yield;
        order.push("one too many");
      } catch (error) {
        order.push("cancelled");
        throw error;
      }
    }
    function* main(): Coroutine<void> {
      createTask(child());
      yield;
    }
    await runVirtual(main());
    expect(order).toEqual(["one more", "cancelled"]);
  });

  test("cannot be called inside a running loop", async () => {
    function* main(): Coroutine<void> {
      run(sleep(1));
    }
    await expect(runVirtual(main())).rejects.toThrow(
      "This cannot be called inside a running event loop: wait for it with `yield*`",
    );
  });

  test("takes a coroutine, not the function that makes it", async () => {
    function* main(): Coroutine<void> {}
    await expect(run(main as never)).rejects.toThrow(
      "got the generator function 'main': call it, as in main()",
    );
  });

  test("closes its loop", async () => {
    const loop = virtualLoop();
    await run(sleep(1), { loopFactory: () => loop, debug: true });
    expect(loop.isClosed()).toBe(true);
    expect(loop.debug).toBe(true);
  });

  test("reports what nobody looked at, at the latest when the loop closes", async () => {
    const reported: unknown[] = [];
    function* fail(): Coroutine<never> {
      throw new Error("unnoticed");
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, context) => reported.push(context.message, context.exception));
      createTask(fail());
      yield* sleep(1);
    }
    await runVirtual(main());
    expect(reported).toEqual(["Task exception was never retrieved", new Error("unnoticed")]);
  });
});

test("a task that the coroutine returns is cancelled with the others, and its outcome is that of the run", async () => {
  function* main(): Coroutine<Task<void>> {
    return createTask(sleep(10));
  }
  await expect(runVirtual(main())).rejects.toBeInstanceOf(CancelledError);
});

describe("a runner", () => {
  test("runs several coroutines on one loop, in one context", async () => {
    const variable = new ContextVar("variable", { default: 0 });
    function* count(): Coroutine<number> {
      variable.set(variable.get() + 1);
      return variable.get();
    }
    const runner = new Runner({ loopFactory: virtualLoop });
    expect(await runner.run(count())).toBe(1);
    expect(await runner.run(count())).toBe(2);
    expect(variable.get()).toBe(0);
    await runner.close();
    await expect(runner.run(count())).rejects.toThrow(RuntimeError);
    expect(() => runner.getLoop()).toThrow("This Runner is closed");
    await runner.close();
  });

  test("runs one coroutine at a time: another one is refused and does not begin", async () => {
    const order: string[] = [];
    function* main(name: string): Coroutine<void> {
      order.push(`${name} begins`);
      yield* sleep(1);
      order.push(`${name} ends`);
    }
    const runner = new Runner({ loopFactory: virtualLoop });
    const first = runner.run(main("first"));
    await expect(runner.run(main("second"))).rejects.toThrow("already running: wait until it has stopped");
    await first;
    await runner.run(main("third"));
    await runner.close();
    expect(order).toEqual(["first begins", "first ends", "third begins", "third ends"]);
  });

  test("is not closed while it runs a coroutine, which goes on", async () => {
    const runner = new Runner({ loopFactory: virtualLoop });
    const running = runner.run(sleep(1, "done"));
    await expect(runner.close()).rejects.toThrow("already running: wait until it has stopped");
    expect(await running).toBe("done");
    const loop = runner.getLoop();
    await runner.close();
    expect(loop.isClosed()).toBe(true);
  });

  test("is not closed, or used, inside of a coroutine", async () => {
    const runner = new Runner({ loopFactory: virtualLoop });
    runner.getLoop();
    function* main(): Coroutine<void> {
      expect(() => runner.run(sleep(1))).toThrow("inside a running event loop");
      yield* fromPromise(
        expect(runner.close()).rejects.toThrow("inside a running event loop") as unknown as Promise<void>,
      );
    }
    await runVirtual(main());
    expect(await runner.run(sleep(1, "still of use"))).toBe("still of use");
    await runner.close();
  });

  test("takes a loop of the library", async () => {
    const runner = new Runner({ loopFactory: () => ({}) as never });
    await expect(runner.run(sleep(1))).rejects.toThrow(
      new TypeError("loopFactory must answer with an EventLoop, got an object of Object"),
    );
  });

  test("that has no loop yet has nothing to close, and can still be used", async () => {
    const runner = new Runner({ loopFactory: virtualLoop });
    await runner.close();
    expect(await runner.run(sleep(1, "used"))).toBe("used");
    await runner.close();
  });
});

describe("Ctrl-C", () => {
  test("cancels the main task, and the run ends with a KeyboardInterrupt", async () => {
    const order: string[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().callSoon(() => process.emit("SIGINT"));
      try {
        yield* sleep(100);
      } finally {
        order.push("cleaned up");
      }
    }
    await expect(runVirtual(main())).rejects.toThrow("interrupted with Ctrl-C");
    expect(order).toEqual(["cleaned up"]);
    expect(process.listenerCount("SIGINT")).toBe(0);
  });
});

describe("fromPromise", () => {
  test("fails where it is waited for, if what is no promise of the language throws when it is asked", async () => {
    /** Something that throws when it is asked, after it has given an answer or not. */
    const throwing = (answer?: string) => ({
      // biome-ignore lint/suspicious/noThenProperty: being asked is the point
      then(resolve?: ((value: string) => unknown) | null): never {
        if (answer !== undefined) {
          resolve?.(answer);
        }
        throw new RangeError("asked");
      },
    });
    function* main(): Coroutine<string> {
      const future = fromPromise<string>(throwing());
      try {
        return yield* future;
      } catch (error) {
        // What has an answer keeps it, as for `await`.
        return `${error}, ${yield* fromPromise<string>(throwing("said first"))}`;
      }
    }
    expect(await run(main())).toBe("RangeError: asked, said first");
  });

  test("brings in the result or the reason of a promise", async () => {
    function* main(): Coroutine<string> {
      try {
        return yield* fromPromise(Promise.reject(new Error(yield* fromPromise(Promise.resolve("reason")))));
      } catch (error) {
        return (error as Error).message;
      }
    }
    expect(await runVirtual(main())).toBe("reason");
  });

  test("aborts the signal when the waiting task is cancelled", async () => {
    let signal: AbortSignal | undefined;
    function* child(): Coroutine<void> {
      yield* fromPromise((given) => {
        signal = given;
        return new Promise<void>((_, reject) => {
          given.addEventListener("abort", () => reject(given.reason));
        });
      });
    }
    function* main(): Coroutine<void> {
      const task = createTask(child());
      yield* sleep(1);
      expect(signal?.aborted).toBe(false);
      task.cancel();
      expect(signal?.aborted).toBe(true);
      try {
        yield* task;
      } catch (error) {
        expect(error).toBeInstanceOf(CancelledError);
      }
    }
    await runVirtual(main());
  });

  test.each([
    ["why", "why"],
    [undefined, "This operation was aborted"],
  ])("aborts the signal with the message of cancel(%o)", async (message, expected) => {
    let reason: unknown;
    function* child(): Coroutine<void> {
      yield* fromPromise((signal) => {
        signal.addEventListener("abort", () => (reason = signal.reason));
        return new Promise<void>(() => {});
      });
    }
    function* main(): Coroutine<void> {
      const task = createTask(child());
      yield* sleep(1);
      task.cancel(message);
      yield* wait([task]);
    }
    await runVirtual(main());
    expect(reason).toBeInstanceOf(DOMException);
    expect(reason).toMatchObject({ name: "AbortError", message: expected });
  });

  test("comes before a jump of virtual time", async () => {
    function* main(): Coroutine<number> {
      getRunningLoop().callLater(3600, () => {});
      yield* fromPromise(Promise.resolve());
      return getRunningLoop().time();
    }
    expect(await runVirtual(main())).toBe(0);
  });

  test.each([
    ["settles", (resolve: (result: string) => void) => resolve("late")],
    ["fails", (_: unknown, reject: (reason: Error) => void) => reject(new Error("late"))],
  ])("forgets a promise that %s after its loop has closed, also when somebody waits", async (_, settle) => {
    let settleLate = (): void => {};
    const woken = vi.fn();
    const unhandled = vi.fn();
    let future: Future<string> | undefined;
    function* main(): Coroutine<void> {
      future = fromPromise(
        new Promise<string>((resolve, reject) => {
          settleLate = () => settle(resolve, reject);
        }),
      );
      future.addDoneCallback(woken);
    }
    await run(main(), { loopFactory: () => new EventLoop() });
    process.on("unhandledRejection", unhandled);
    try {
      settleLate();
      await new Promise(setImmediate);
    } finally {
      process.off("unhandledRejection", unhandled);
    }
    expect(future?.done()).toBe(false);
    expect(woken).not.toHaveBeenCalled();
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("takes a promise or a function", async () => {
    function* main(): Coroutine<void> {
      yield* fromPromise(42 as never);
    }
    await expect(runVirtual(main())).rejects.toThrow(
      "takes a promise or a function that returns one, got 42",
    );
  });
});
