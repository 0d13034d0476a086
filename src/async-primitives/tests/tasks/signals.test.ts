import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  EventLoop,
  eagerTaskFactory,
  fromPromise,
  gather,
  getRunningLoop,
  Runner,
  signalOf,
  sleep,
  type Task,
  TimeoutError,
  taskGroup,
  timeout,
  wait,
} from "../../index.ts";
import { runVirtual, virtualLoop } from "../virtual-time.ts";

/** What a promise rejects with. */
const rejection = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.fail("it has not been rejected"),
    (error) => error,
  );

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

/** A coroutine that aborts after a second, and works for a minute. */
function* abortMidway(controller: AbortController, reason?: unknown): Coroutine<string> {
  getRunningLoop().callLater(1, () => controller.abort(reason));
  yield* sleep(60);
  return "done";
}

describe("a signal", () => {
  test("cancels a run, and its reason is the cause", async () => {
    const controller = new AbortController();
    const reason = new Error("closing time");
    const error = await rejection(runVirtual(abortMidway(controller, reason), { signal: controller.signal }));
    expect(error).toBeInstanceOf(CancelledError);
    expect(error.message).toBe("closing time");
    expect(error.cause).toBe(reason);
  });

  test.each([
    ["nothing", undefined, "This operation was aborted"],
    ["text", "closing time", "closing time"],
    ["null", null, "null"],
  ])("may be aborted with %s as its reason", async (_, reason, message) => {
    const controller = new AbortController();
    const run = runVirtual(abortMidway(controller, reason), { signal: controller.signal });
    expect((await rejection(run)).message).toBe(message);
  });

  test("that is aborted already cancels before the first step", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    let begun = false;
    function* main(): Coroutine<void> {
      begun = true;
    }
    expect((await rejection(runVirtual(main(), { signal }))).message).toBe("too late");
    expect(begun).toBe(false);
    expect(listeners(signal)).toBe(0);
  });

  test.each([
    ["createTask()", (work: () => Coroutine<void>, signal: AbortSignal) => createTask(work(), { signal })],
    [
      "an eager task",
      (work: () => Coroutine<void>, signal: AbortSignal) => createTask(work(), { signal, eagerStart: true }),
    ],
    [
      "the loop",
      (work: () => Coroutine<void>, signal: AbortSignal) => getRunningLoop().createTask(work(), { signal }),
    ],
    [
      "a task factory",
      (work: () => Coroutine<void>, signal: AbortSignal) => {
        getRunningLoop().setTaskFactory(eagerTaskFactory);
        return createTask(work(), { signal });
      },
    ],
  ])("ends a task of %s, at once or midway", async (_, start) => {
    function* main(): Coroutine<string[]> {
      const said: string[] = [];
      function* work(): Coroutine<void> {
        said.push("begun");
        yield* sleep(60);
      }
      const controller = new AbortController();
      const late = start(work, AbortSignal.abort());
      const task = start(work, controller.signal);
      yield* sleep(1);
      controller.abort();
      yield* wait([task, late]);
      return [...said, String(task.cancelled()), String(late.cancelled()), String(getRunningLoop().time())];
    }
    expect(await runVirtual(main())).toEqual(["begun", "true", "true", "1"]);
  });

  test("ends one task of a group, and the others go on", async () => {
    function* main(): Coroutine<boolean[]> {
      return yield* taskGroup(function* (group) {
        const controller = new AbortController();
        const ended = group.createTask(sleep(60), { signal: controller.signal });
        const other = group.createTask(sleep(2));
        yield* sleep(1);
        controller.abort();
        yield* other;
        return [ended.cancelled(), other.cancelled()];
      });
    }
    expect(await runVirtual(main())).toEqual([true, false]);
  });

  test("ends one run of a runner, and the next one goes on", async () => {
    await using runner = new Runner({ loopFactory: virtualLoop });
    const controller = new AbortController();
    const { signal } = controller;
    expect(await rejection(runner.run(abortMidway(controller), { signal }))).toBeInstanceOf(CancelledError);
    expect(await runner.run(sleep(1, "next"))).toBe("next");
  });

  test("is listened to until the task is done, and no longer", async () => {
    const { signal } = new AbortController();
    function* main(): Coroutine<number[]> {
      const task = createTask(sleep(1), { signal });
      const during = listeners(signal);
      yield* task;
      yield;
      return [during, listeners(signal)];
    }
    expect(await runVirtual(main(), { signal })).toEqual([2, 1]);
    expect(listeners(signal)).toBe(0);
  });

  test("that is aborted after its loop has closed does nothing", () => {
    const controller = new AbortController();
    const loop = new EventLoop();
    loop.setExceptionHandler(() => {});
    const task = loop.createTask(sleep(1), { signal: controller.signal });
    loop.close();
    controller.abort();
    expect(task.cancelling()).toBe(0);
  });

  test("hands its reason on to the signal of what is awaited", async () => {
    const controller = new AbortController();
    const reason = new Error("closing time");
    const reasons: unknown[] = [];
    function* download(): Coroutine<void> {
      yield* fromPromise((signal) => {
        signal.addEventListener("abort", () => reasons.push(signal.reason));
        return new Promise<void>(() => {});
      });
    }
    function* main(): Coroutine<void> {
      getRunningLoop().callLater(1, () => controller.abort(reason));
      yield* gather(download(), download());
    }
    const error = await rejection(runVirtual(main(), { signal: controller.signal }));
    expect(reasons).toEqual([reason, reason]);
    expect(error.cause).toBe(reason);
  });

  test("is refused where it is none", async () => {
    function* main(): Coroutine<void> {
      createTask(sleep(1), { signal: "soon" as unknown as AbortSignal });
    }
    await expect(runVirtual(main())).rejects.toThrow("A task takes an AbortSignal as signal");
  });
});

describe("cancel() with an error", () => {
  test("makes it the cause of the CancelledError, with its message", async () => {
    const reason = new Error("out of coffee");
    function* main(): Coroutine<[string, unknown]> {
      const task = createTask(sleep(60));
      yield;
      task.cancel(reason);
      try {
        yield* task;
      } catch (error) {
        return [(error as Error).message, (error as Error).cause];
      }
      return ["", undefined];
    }
    expect(await runVirtual(main())).toEqual(["out of coffee", reason]);
  });
});

describe("signalOf()", () => {
  const cancelled = function* (task: Task<unknown>, message?: string): Coroutine<void> {
    task.cancel(message);
    yield* wait([task]);
  };

  test("is aborted by a request to cancel, with its message", async () => {
    function* main(): Coroutine<unknown[]> {
      const task = createTask(sleep(60));
      yield;
      const signal = signalOf(task);
      const before = signal.aborted;
      yield* cancelled(task, "closing time");
      return [before, signal.aborted, signal.reason.name, signal.reason.message];
    }
    expect(await runVirtual(main())).toEqual([false, true, "AbortError", "closing time"]);
  });

  test("is that of the running task, and one until the next request", async () => {
    function* main(): Coroutine<boolean[]> {
      const first = signalOf();
      try {
        yield* timeout(1, () => sleep(60));
      } catch (error) {
        expect(error).toBeInstanceOf(TimeoutError);
      }
      const second = signalOf();
      return [first.aborted, second.aborted, signalOf() === second];
    }
    expect(await runVirtual(main())).toEqual([true, false, true]);
  });

  test("is aborted by a gather, a group and the end of a run, which cancel the task", async () => {
    const signals: AbortSignal[] = [];
    function* work(): Coroutine<void> {
      signals.push(signalOf());
      yield* sleep(60);
    }
    function* main(): Coroutine<void> {
      createTask(work());
      const gathered = gather(work());
      yield;
      gathered.cancel();
      yield* wait([gathered]);
      expect(gathered.exception()).toBeInstanceOf(CancelledError);
      yield* taskGroup(function* (group) {
        group.createTask(work());
        yield;
        group.cancel();
      });
    }
    await runVirtual(main());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  test("has the reason of the task's own signal", async () => {
    const controller = new AbortController();
    const reason = new Error("closing time");
    let signal: AbortSignal | undefined;
    function* main(): Coroutine<void> {
      signal = signalOf();
      yield* abortMidway(controller, reason);
    }
    await rejection(runVirtual(main(), { signal: controller.signal }));
    expect(signal?.reason).toBe(reason);
  });

  test("is not aborted by a request that comes after the end", async () => {
    function* main(): Coroutine<boolean> {
      const task = createTask(sleep(1));
      const signal = signalOf(task);
      yield* task;
      task.cancel();
      return signal.aborted;
    }
    expect(await runVirtual(main())).toBe(false);
  });

  test("needs a task", async () => {
    expect(() => signalOf()).toThrow("No running event loop");
    function* main(): Coroutine<void> {
      expect(() => signalOf("tea" as never)).toThrow("signalOf() takes a task, got the string");
    }
    await runVirtual(main());
  });
});
