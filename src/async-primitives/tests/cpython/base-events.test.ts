import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type Coroutine,
  EventLoop,
  type ExceptionContext,
  ensureFuture,
  Handle,
  RuntimeError,
  sleep,
  Task,
  TimerHandle,
  VirtualClock,
} from "../../index.ts";
import { virtualLoop } from "../virtual-time.ts";

function* nothing(): Coroutine<void> {}

function* fail(message: string): Coroutine<never> {
  throw new Error(message);
}

function breakDown(): never {
  throw new Error("broken");
}

/** Runs what is ready on a loop, once. */
function runOnce(loop: EventLoop): Promise<void> {
  loop.stop();
  return loop.runForever();
}

class MyTask<T> extends Task<T> {}

describe("closing a loop", () => {
  // test_base_events.BaseEventLoopTests.test_close
  test("ends its use, and may be done again", () => {
    const loop = virtualLoop();
    const future = loop.createFuture();
    expect(loop.isClosed()).toBe(false);
    loop.close();
    loop.close();
    expect(loop.isClosed()).toBe(true);
    expect(() => loop.runForever()).toThrow(RuntimeError);
    expect(() => loop.runUntilComplete(future)).toThrow(RuntimeError);
  });

  // test_base_events.BaseEventLoopTests.test_create_task_error_closes_coro
  test("means that it starts no coroutine any more", () => {
    const loop = virtualLoop();
    loop.close();
    expect(() => ensureFuture(nothing(), { loop })).toThrow(RuntimeError);
  });
});

describe("scheduling a callback", () => {
  // test_base_events.BaseEventLoopTests.test_call_soon
  test("gives a handle, and calls it with its arguments", async () => {
    const loop = virtualLoop();
    const callback = vi.fn();
    const handle = loop.callSoon(callback, 1, "two");
    expect(handle).toBeInstanceOf(Handle);
    expect(callback).not.toHaveBeenCalled();
    await runOnce(loop);
    expect(callback).toHaveBeenCalledExactlyOnceWith(1, "two");
  });

  // test_base_events.BaseEventLoopTests.test__add_callback_cancelled_handle
  test("can be taken back", async () => {
    const loop = virtualLoop();
    const callback = vi.fn();
    loop.callSoon(callback).cancel();
    await runOnce(loop);
    expect(callback).not.toHaveBeenCalled();
  });

  // test_base_events.BaseEventLoopTests.test_call_soon_non_callable
  test("needs a function", () => {
    expect(() => virtualLoop().callSoon(1 as never)).toThrow("A callback must be a plain function, got 1");
  });

  // test_base_events.BaseEventLoopWithSelectorTests.test_call_coroutine
  test("does not take a coroutine", () => {
    const loop = virtualLoop();
    const coroutine = nothing() as never;
    expect(() => loop.callSoon(coroutine)).toThrow(TypeError);
    expect(() => loop.callLater(60, coroutine)).toThrow(TypeError);
    expect(() => loop.callAt(loop.time() + 60, coroutine)).toThrow(TypeError);
  });

  // test_base_events.BaseEventLoopTests.test_call_later
  test("for later gives a timer, and needs a number", () => {
    const loop = virtualLoop();
    const timer = loop.callLater(10, () => {});
    expect(timer).toBeInstanceOf(TimerHandle);
    expect(timer.when()).toBe(10);
    for (const delay of [null, undefined, "1"]) {
      expect(() => loop.callLater(delay as never, () => {})).toThrow(TypeError);
    }
  });

  // test_base_events.BaseEventLoopTests.test_call_later_negative_delays
  test("for moments that are over calls the earlier one first", async () => {
    const loop = virtualLoop();
    const calls: string[] = [];
    loop.callLater(-1, () => calls.push("a"));
    loop.callLater(-2, () => calls.push("b"));
    await runOnce(loop);
    expect(calls).toEqual(["b", "a"]);
  });

  // test_base_events.BaseEventLoopTests.test_time_and_call_at
  test("for a moment calls it when that has come, and needs a number", async () => {
    const loop = virtualLoop();
    loop.callAt(loop.time() + 0.1, () => loop.stop());
    await loop.runForever();
    expect(loop.time()).toBe(0.1);
    expect(() => loop.callAt(undefined as never, () => {})).toThrow(TypeError);
  });
});

describe("an iteration", () => {
  // test_base_events.BaseEventLoopTests.test__run_once
  test("is not waited for because of a timer that was cancelled", async () => {
    const deadlines: number[] = [];
    class NotingClock extends VirtualClock {
      override wakeAt(deadline: number, wake: () => void) {
        deadlines.push(deadline);
        return super.wakeAt(deadline, wake);
      }
    }
    const loop = new EventLoop({ clock: new NotingClock() });
    loop.callLater(5, () => {}).cancel();
    loop.callLater(10, () => loop.stop());
    await loop.runForever();
    expect(deadlines).toEqual([10]);
  });

  // test_base_events.BaseEventLoopTests.test__run_once_schedule_handle
  test("leaves what its callbacks schedule to the next one", async () => {
    const loop = virtualLoop();
    const calls: string[] = [];
    loop.callAt(-1, () => {
      calls.push("timer");
      loop.callSoon(() => calls.push("next"));
    });
    await runOnce(loop);
    expect(calls).toEqual(["timer"]);
    await runOnce(loop);
    expect(calls).toEqual(["timer", "next"]);
  });

  // test_base_events.BaseEventLoopTests.test__run_once_cancelled_event_cleanup
  test("still calls the right ones after many timers were cancelled", async () => {
    const loop = virtualLoop();
    const calls: number[] = [];
    for (let i = 0; i < 200; i++) {
      const timer = loop.callLater(i, () => calls.push(i));
      if (i % 50 !== 0) {
        timer.cancel();
      }
    }
    loop.callLater(1000, () => loop.stop());
    await loop.runForever();
    expect(calls).toEqual([0, 50, 100, 150]);
    expect(loop.time()).toBe(1000);
  });

  // test_base_events.BaseEventLoopTests.test_run_once
  test("is all that runs when a callback stops the loop", async () => {
    const loop = virtualLoop();
    const callback = vi.fn();
    loop.callSoon(callback);
    loop.callSoon(() => loop.stop());
    await loop.runForever();
    expect(callback).toHaveBeenCalledOnce();
  });

  // test_base_events.BaseEventLoopTests.test_run_forever_pre_stopped
  test("is all that runs when the loop was stopped before", async () => {
    const loop = virtualLoop();
    loop.stop();
    await loop.runForever();
    expect(loop.time()).toBe(0);
    expect(loop.isRunning()).toBe(false);
  });
});

describe("running until something is complete", () => {
  // test_base_events.BaseEventLoopTests.test_run_until_complete_type_error
  test("needs something that can be awaited", () => {
    expect(() => virtualLoop().runUntilComplete("blah" as never)).toThrow(TypeError);
  });

  // test_base_events.BaseEventLoopTests.test_run_until_complete_loop
  test("needs a future of the same loop", () => {
    const future = virtualLoop().createFuture();
    expect(() => virtualLoop().runUntilComplete(future)).toThrow(RangeError);
  });

  // test_base_events.BaseEventLoopTests.test_run_until_complete_loop_orphan_future_close_loop
  test("leaves nothing behind that would stop the next run, when it was stopped too early", async () => {
    const loop = virtualLoop();
    loop.callSoon(() => loop.stop());
    await expect(loop.runUntilComplete(sleep(0.1))).rejects.toThrow(RuntimeError);
    expect(await loop.runUntilComplete(sleep(0.2, "done"))).toBe("done");
  });

  // test_base_events.BaseEventLoopTests.test_run_until_complete_baseexception
  test("leaves nothing behind that would stop the next run, when its coroutine has failed", async () => {
    const loop = virtualLoop();
    await expect(loop.runUntilComplete(fail("broken"))).rejects.toThrow("broken");
    const callback = vi.fn(() => loop.stop());
    loop.callSoon(() => loop.callSoon(callback));
    await loop.runForever();
    expect(callback).toHaveBeenCalledOnce();
  });

  // test_base_events.BaseEventLoopTests.test_run_forever_keyboard_interrupt
  test("reports no exception that it has passed on", async () => {
    const loop = virtualLoop();
    const handler = vi.fn();
    loop.setExceptionHandler(handler);
    await expect(loop.runUntilComplete(fail("broken"))).rejects.toThrow("broken");
    loop.close();
    expect(handler).not.toHaveBeenCalled();
  });

  // test_base_events.RunningLoopTests.test_running_loop_within_a_loop
  test("does not work inside another loop", async () => {
    const inner = virtualLoop();
    function* main(): Coroutine<void> {
      inner.runForever();
    }
    await expect(virtualLoop().runUntilComplete(main())).rejects.toThrow("inside a running event loop");
  });
});

describe("an error that nobody can catch", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
  afterEach(() => vi.restoreAllMocks());

  // test_base_events.BaseEventLoopTests.test_default_exc_handler_callback
  test("is printed with the name of the callback, be it ready or due", async () => {
    const loop = virtualLoop();
    const message = expect.stringMatching(/^Exception in callback.*breakDown/);
    loop.callSoon(breakDown);
    await runOnce(loop);
    expect(console.error).toHaveBeenLastCalledWith(message, new Error("broken"));

    loop.callLater(0.01, breakDown);
    loop.callLater(0.02, () => loop.stop());
    await loop.runForever();
    expect(console.error).toHaveBeenCalledTimes(2);
    expect(console.error).toHaveBeenLastCalledWith(message, new Error("broken"));
  });

  // test_base_events.BaseEventLoopTests.test_default_exc_handler_coro
  test("is printed when a task has failed and nobody asked", async () => {
    const loop = virtualLoop();
    loop.createTask(fail("broken")).addDoneCallback(() => loop.stop());
    await loop.runForever();
    loop.close();
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining("exception was never retrieved"),
      new Error("broken"),
    );
  });

  // test_base_events.BaseEventLoopTests.test_set_exc_handler_custom
  test("goes to a handler of yours as long as there is one", async () => {
    const loop = virtualLoop();
    const handler = vi.fn<(loop: EventLoop, context: ExceptionContext) => void>();
    expect(loop.getExceptionHandler()).toBe(undefined);
    loop.setExceptionHandler(handler);
    expect(loop.getExceptionHandler()).toBe(handler);

    const handle = loop.callSoon(breakDown);
    await runOnce(loop);
    expect(handler).toHaveBeenCalledExactlyOnceWith(loop, {
      message: expect.stringMatching(/^Exception in callback.*breakDown/),
      exception: new Error("broken"),
      handle,
    });

    loop.setExceptionHandler(undefined);
    loop.callSoon(breakDown);
    await runOnce(loop);
    expect(handler).toHaveBeenCalledOnce();
    expect(console.error).toHaveBeenCalledOnce();
  });

  // test_base_events.BaseEventLoopTests.test_set_exc_handler_invalid
  test("needs a function to handle it", () => {
    const loop = virtualLoop();
    expect(() => loop.setExceptionHandler("spam" as never)).toThrow("A callback must be a plain function");
    expect(loop.getExceptionHandler()).toBe(undefined);
  });

  const brokenHandler = () => {
    throw new TypeError("spam");
  };

  // test_base_events.BaseEventLoopTests.test_set_exc_handler_broken
  test("is printed together with that of its handler", async () => {
    const loop = virtualLoop();
    loop.setExceptionHandler(brokenHandler);
    loop.callSoon(breakDown);
    await runOnce(loop);
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining("Unhandled error in exception handler"),
      new TypeError("spam"),
    );
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining("Exception in callback"),
      new Error("broken"),
    );
  });

  // test_base_events.BaseEventLoopTests.test_default_exc_handler_broken
  test("does not stop a loop whose last handler is broken too", async () => {
    const contexts: ExceptionContext[] = [];
    class BrokenLoop extends EventLoop {
      override defaultExceptionHandler(context: ExceptionContext): void {
        contexts.push(context);
        throw new RangeError("ham");
      }
    }
    const loop = new BrokenLoop({ clock: new VirtualClock() });
    loop.callSoon(breakDown);
    await runOnce(loop);
    expect(contexts[0]?.exception).toEqual(new Error("broken"));
    expect(console.error).toHaveBeenLastCalledWith(
      "Exception in default exception handler",
      new RangeError("ham"),
      "while handling",
      new Error("broken"),
    );

    loop.setExceptionHandler(brokenHandler);
    loop.callSoon(breakDown);
    await runOnce(loop);
    expect(contexts[1]?.exception).toEqual(new TypeError("spam"));
    expect(contexts[1]?.context?.exception).toEqual(new Error("broken"));
    expect(console.error).toHaveBeenCalledTimes(2);
  });
});

describe("making a task", () => {
  // test_base_events.BaseEventLoopTests.test_set_task_factory_invalid
  test("needs a function if it is done by yours", () => {
    const loop = virtualLoop();
    expect(() => loop.setTaskFactory(1 as never)).toThrow("A callback must be a plain function");
    expect(loop.getTaskFactory()).toBe(undefined);
  });

  // test_base_events.BaseEventLoopTests.test_set_task_factory
  test("is done by a factory of yours as long as there is one", async () => {
    const loop = virtualLoop();
    const factory = <T>(owner: EventLoop, coroutine: Coroutine<T>) => new MyTask(coroutine, { loop: owner });
    expect(loop.getTaskFactory()).toBe(undefined);
    loop.setTaskFactory(factory);
    expect(loop.getTaskFactory()).toBe(factory);
    const mine = loop.createTask(nothing());
    expect(mine).toBeInstanceOf(MyTask);
    await loop.runUntilComplete(mine);

    loop.setTaskFactory(undefined);
    expect(loop.getTaskFactory()).toBe(undefined);
    const usual = loop.createTask(nothing());
    expect(usual).toBeInstanceOf(Task);
    expect(usual).not.toBeInstanceOf(MyTask);
    await loop.runUntilComplete(usual);
  });

  // test_base_events.BaseEventLoopTests.test_create_task
  test("is done by the loop's own method, also for ensureFuture", async () => {
    class MyLoop extends EventLoop {
      override createTask<T>(coroutine: Coroutine<T>): Task<T> {
        return new MyTask(coroutine, { loop: this });
      }
    }
    const loop = new MyLoop({ clock: new VirtualClock() });
    const task = ensureFuture(nothing(), { loop });
    expect(task).toBeInstanceOf(MyTask);
    await loop.runUntilComplete(task);
  });

  // test_base_events.BaseEventLoopTests.test_create_named_task_with_default_factory
  test("gives it the name that was asked for", async () => {
    const loop = virtualLoop();
    const task = loop.createTask(nothing(), { name: "test task" });
    expect(task.getName()).toBe("test task");
    await loop.runUntilComplete(task);
  });

  // test_base_events.BaseEventLoopTests.test_create_named_task_with_custom_factory
  test("tells a factory of yours the name that was asked for", async () => {
    const loop = virtualLoop();
    loop.setTaskFactory((owner, coroutine, options) => new MyTask(coroutine, { ...options, loop: owner }));
    const task = loop.createTask(nothing(), { name: "test task" });
    expect(task.getName()).toBe("test task");
    await loop.runUntilComplete(task);
  });
});

describe("debug mode", () => {
  afterEach(() => vi.restoreAllMocks());

  // test_base_events.BaseEventLoopTests.test_set_debug
  test("can be switched on and off", () => {
    const loop = virtualLoop();
    expect(loop.debug).toBe(false);
    loop.debug = true;
    expect(loop.debug).toBe(true);
    loop.debug = false;
    expect(loop.debug).toBe(false);
  });

  // test_base_events.BaseEventLoopWithSelectorTests.test_log_slow_callbacks
  test("names a callback or a task that took too long", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const clock = new VirtualClock();
    const loop = new EventLoop({ clock, debug: true });
    function slowCallback(): void {
      clock.advance(1);
    }
    function* slowCoroutine(): Coroutine<void> {
      clock.advance(2);
    }
    loop.callSoon(slowCallback);
    await runOnce(loop);
    expect(warn).toHaveBeenLastCalledWith(
      expect.stringMatching(/^Executing <Handle.*slowCallback.*> took 1\.000 seconds$/),
    );
    await loop.runUntilComplete(loop.createTask(slowCoroutine(), { name: "slow" }));
    expect(warn).toHaveBeenLastCalledWith(
      expect.stringMatching(/^Executing <Task 'slow'.*> took 2\.000 seconds$/),
    );
  });
});
