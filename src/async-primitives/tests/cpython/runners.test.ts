import { afterEach, describe, expect, test, vi } from "vitest";
import {
  CancelledError,
  ContextVar,
  type Coroutine,
  copyContext,
  createTask,
  currentTask,
  EventLoop,
  type ExceptionContext,
  getRunningLoop,
  KeyboardInterrupt,
  Runner,
  RuntimeError,
  run,
  sleep,
  type Task,
} from "../../index.ts";
import { runVirtual, virtualLoop } from "../virtual-time.ts";
import { thrownBy } from "./loop-test.ts";

function* answer<T>(value: T): Coroutine<T> {
  yield* sleep(0);
  return value;
}

describe("run", () => {
  // test_runners.RunTests.test_asyncio_run_return
  test("answers with what its coroutine returns", async () => {
    expect(await run(answer(42))).toBe(42);
  });

  // test_runners.RunTests.test_asyncio_run_raises
  test("throws what its coroutine throws", async () => {
    function* main(): Coroutine<never> {
      yield* sleep(0);
      throw new RangeError("spam");
    }
    await expect(run(main())).rejects.toThrow(new RangeError("spam"));
  });

  // test_runners.RunTests.test_asyncio_run_only_coro
  test.each([1, () => {}])("takes a coroutine, not %s", async (other) => {
    await expect(run(other as never)).rejects.toThrow("takes a coroutine");
  });

  // test_runners.RunTests.test_asyncio_run_debug
  test("puts its loop in debug mode, or not", async () => {
    function* main(): Coroutine<boolean> {
      return getRunningLoop().debug;
    }
    const debugging = () => new EventLoop({ debug: true });
    expect(await run(main())).toBe(false);
    expect(await run(main(), { debug: true })).toBe(true);
    expect(await run(main(), { loopFactory: debugging })).toBe(true);
    expect(await run(main(), { loopFactory: debugging, debug: false })).toBe(false);
  });

  // test_runners.RunTests.test_asyncio_run_from_running_loop
  test("cannot be called inside a run", async () => {
    function* main(): Coroutine<unknown> {
      return run(answer(1));
    }
    await expect(run(main())).rejects.toThrow(RuntimeError);
  });

  // test_runners.RunTests.test_asyncio_run_cancels_hanging_tasks
  test("cancels the tasks that are left", async () => {
    const left: Task<void>[] = [];
    function* main(): Coroutine<number> {
      left.push(createTask(sleep(0.1)));
      return 123;
    }
    expect(await runVirtual(main())).toBe(123);
    expect(left[0]?.cancelled()).toBe(true);
  });

  // test_runners.RunTests.test_asyncio_run_reports_hanging_tasks_errors
  test("reports what the tasks that are left throw when they are cancelled", async () => {
    const reports: ExceptionContext[] = [];
    const left: Task<void>[] = [];
    function* leftover(): Coroutine<void> {
      try {
        yield* sleep(0.1);
      } catch {
        throw new Error("broken");
      }
    }
    function* main(): Coroutine<number> {
      getRunningLoop().setExceptionHandler((_, context) => reports.push(context));
      left.push(createTask(leftover()));
      yield;
      return 123;
    }
    expect(await runVirtual(main())).toBe(123);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.message).toMatch(/run\(\).*shutting down/);
    expect(reports[0]?.exception).toEqual(new Error("broken"));
    expect(reports[0]?.task).toBe(left[0]);
  });

  // test_runners.RunTests.test_asyncio_run_loop_factory
  test("asks its factory for a loop, once", async () => {
    const loop = virtualLoop();
    const loopFactory = vi.fn(() => loop);
    function* main(): Coroutine<boolean> {
      return getRunningLoop() === loop;
    }
    expect(await run(main(), { loopFactory })).toBe(true);
    expect(loopFactory).toHaveBeenCalledExactlyOnceWith();
  });

  // test_runners.RunTests.test_loop_factory_default_event_loop
  test("makes an EventLoop when it has no factory", async () => {
    function* main(): Coroutine<boolean> {
      return getRunningLoop() instanceof EventLoop;
    }
    expect(await run(main())).toBe(true);
  });
});

describe("a runner", () => {
  // test_runners.RunnerTests.test_non_debug
  test("does without debug mode when told to", async () => {
    const runner = new Runner({ debug: false });
    expect(runner.getLoop().debug).toBe(false);
    await runner.close();
  });

  // test_runners.RunnerTests.test_debug
  test("has debug mode when told to", async () => {
    const runner = new Runner({ debug: true });
    expect(runner.getLoop().debug).toBe(true);
    await runner.close();
  });

  // test_runners.RunnerTests.test_custom_factory
  test("has the loop that its factory makes", async () => {
    const loop = virtualLoop();
    const runner = new Runner({ loopFactory: () => loop });
    expect(runner.getLoop()).toBe(loop);
    await runner.close();
  });

  // test_runners.RunnerTests.test_run
  test("runs a coroutine, and closes its loop at the end of its block", async () => {
    const loops: EventLoop[] = [];
    {
      await using runner = new Runner();
      expect(await runner.run(answer("done"))).toBe("done");
      loops.push(runner.getLoop());
    }
    expect(loops[0]?.isClosed()).toBe(true);
  });

  // test_runners.RunnerTests.test_run_non_coro
  test("takes nothing but coroutines", async () => {
    const runner = new Runner();
    await expect(runner.run(123 as never)).rejects.toThrow(
      new RangeError("run() takes a coroutine, got 123"),
    );
    await runner.close();
  });

  // test_runners.RunnerTests.test_run_future
  test("takes no futures", async () => {
    const runner = new Runner();
    const future = runner.getLoop().createFuture();
    await expect(runner.run(future as never)).rejects.toThrow("takes a coroutine");
    await runner.close();
  });

  // test_runners.RunnerTests.test_explicit_close
  test("closes its loop when it is closed, and has none any more", async () => {
    const runner = new Runner();
    const loop = runner.getLoop();
    await runner.close();
    expect(() => runner.getLoop()).toThrow("This Runner is closed");
    expect(loop.isClosed()).toBe(true);
  });

  // test_runners.RunnerTests.test_double_close
  test("may be closed twice", async () => {
    const runner = new Runner();
    const loop = runner.getLoop();
    await runner.close();
    await runner.close();
    expect(loop.isClosed()).toBe(true);
  });

  // test_runners.RunnerTests.test_second_with_block_raises
  test("runs nothing once it was closed", async () => {
    const ran: number[] = [];
    function* main(value: number): Coroutine<void> {
      ran.push(value);
    }
    const runner = new Runner();
    await runner.run(main(1));
    await runner.close();
    await expect(runner.run(main(2))).rejects.toThrow("This Runner is closed");
    expect(ran).toEqual([1]);
  });

  // test_runners.RunnerTests.test_run_keeps_context
  test("runs its coroutines in one context", async () => {
    const variable = new ContextVar("variable", { default: -1 });
    function* set(value: number): Coroutine<number> {
      const before = variable.get();
      yield* sleep(0);
      variable.set(value);
      return before;
    }
    function* context(): Coroutine<number | undefined> {
      return copyContext().get(variable);
    }
    const runner = new Runner();
    expect(await runner.run(set(1))).toBe(-1);
    expect(await runner.run(set(2))).toBe(1);
    expect(await runner.run(context())).toBe(2);
    await runner.close();
  });

  // test_runners.RunnerTests.test_recursive_run
  test("runs nothing inside its own run", async () => {
    const runner = new Runner();
    function* main(): Coroutine<unknown> {
      return runner.run(answer(1));
    }
    await expect(runner.run(main())).rejects.toThrow("cannot be called inside a running event loop");
    await runner.close();
  });

  // test_runners.RunnerTests.test_no_repr_is_call_on_the_task_result
  test("does not make text of a result", async () => {
    const toText = vi.fn(() => "text");
    const result = { toString: toText, toJSON: toText };
    expect(await run(answer(result))).toBe(result);
    expect(toText).not.toHaveBeenCalled();
  });
});

describe("Ctrl-C", () => {
  afterEach(() => vi.unstubAllGlobals());

  const interrupt = () => void process.emit("SIGINT");

  // test_runners.RunnerTests.test_interrupt_call_soon
  test("cancels a main task that never waits for long", async () => {
    function* main(): Coroutine<void> {
      const error = yield* thrownBy(
        (function* (): Coroutine<void> {
          while (true) {
            yield* sleep(0);
          }
        })(),
      );
      expect(error).toBeInstanceOf(CancelledError);
      throw new CancelledError();
    }
    const runner = new Runner({ loopFactory: virtualLoop });
    const loop = runner.getLoop();
    loop.callSoon(() => loop.callSoon(interrupt));
    await expect(runner.run(main())).rejects.toThrow(KeyboardInterrupt);
    await runner.close();
  });

  // test_runners.RunnerTests.test_interrupt_wait
  test("cancels what the main task waits for", async () => {
    const runner = new Runner({ loopFactory: virtualLoop });
    const future = runner.getLoop().createFuture<void>();
    function* main(): Coroutine<void> {
      expect(yield* thrownBy(future)).toBeInstanceOf(CancelledError);
      throw new CancelledError();
    }
    runner.getLoop().callLater(0.1, interrupt);
    await expect(runner.run(main())).rejects.toThrow(KeyboardInterrupt);
    expect(future.cancelled()).toBe(true);
    await runner.close();
  });

  // test_runners.RunnerTests.test_interrupt_cancelled_task
  test("is not what ended a main task that was cancelled as well", async () => {
    function* canceller(task: Task<unknown>): Coroutine<void> {
      yield* sleep(0);
      task.cancel();
      interrupt();
    }
    function* main(): Coroutine<void> {
      createTask(canceller(currentTask() as Task<unknown>));
      yield* sleep(10);
    }
    await expect(runVirtual(main())).rejects.toThrow(CancelledError);
  });

  // test_runners.RunnerTests.test_signal_install_not_supported_ok
  test("is not needed: a run works where the host has no signals", async () => {
    const withoutSignals = (target: NodeJS.Process, name: string) =>
      name === "on" ? undefined : Reflect.get(target, name);
    vi.stubGlobal("process", new Proxy(process, { get: withoutSignals }));
    expect(await run(answer("done"))).toBe("done");
  });
});
