import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ContextVar,
  type Coroutine,
  copyContext,
  EventLoop,
  getRunningLoop,
  HostClock,
  RuntimeError,
  run,
  sleep,
  VirtualClock,
} from "../index.ts";
import { runVirtual, virtualLoop } from "./virtual-time.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs the loop until nothing is left that was scheduled before this. */
async function runUntil(loop: EventLoop, deadline: number): Promise<void> {
  loop.callAt(deadline, () => loop.stop());
  await loop.runForever();
}

describe("a clock that has run for years", () => {
  test("fires timers at their moment, though a nanosecond more is no other number there", async () => {
    const loop = virtualLoop();
    const fired: number[] = [];
    for (const when of [1e8, 1e12, 1e15]) {
      loop.callAt(when, () => fired.push(loop.time()));
    }
    await runUntil(loop, 2e15);
    expect(fired).toEqual([1e8, 1e12, 1e15]);
  });
});

describe("callbacks", () => {
  test("run in the order in which they became ready", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    loop.callSoon((name) => order.push(name), "a");
    loop.callSoon((name) => order.push(name), "b");
    await runUntil(loop, 1);
    expect(order).toEqual(["a", "b"]);
  });

  test("scheduled by a callback run in the next iteration", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    loop.callSoon(() => {
      order.push("a");
      loop.callSoon(() => order.push("c"));
    });
    loop.callSoon(() => order.push("b"));
    await runUntil(loop, 1);
    expect(order).toEqual(["a", "b", "c"]);
  });

  test("do not run when an earlier one of the same batch cancels them", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    loop.callSoon(() => second.cancel());
    const second = loop.callSoon(() => order.push("second"));
    await runUntil(loop, 1);
    expect(order).toEqual([]);
    expect(second.cancelled()).toBe(true);
  });

  test("that throw are reported, and the loop goes on", async () => {
    const loop = virtualLoop();
    const reported: unknown[] = [];
    const order: string[] = [];
    loop.setExceptionHandler((_, context) => reported.push(context.message, context.exception));
    const error = new Error("broken");
    loop.callSoon(function explode() {
      throw error;
    });
    loop.callSoon(() => order.push("after"));
    await runUntil(loop, 1);
    expect(reported).toEqual(["Exception in callback <Handle explode>", error]);
    expect(order).toEqual(["after"]);
  });

  test("are checked when they are scheduled", () => {
    const loop = virtualLoop();
    expect(() => loop.callSoon("f" as never)).toThrow(
      'A callback must be a plain function, got the string "f"',
    );
    expect(() => loop.callSoon(sleep as never)).toThrow(
      new TypeError(
        "A callback must be a plain function, got the generator function 'sleep': call it, as in sleep(), and give that to createTask()",
      ),
    );
    expect(() => loop.callAt("soon" as never, () => {})).toThrow("in seconds, got the string");
    expect(() => loop.callLater(Number.NaN, () => {})).toThrow("got NaN");
  });
});

describe("timers", () => {
  test("fire in the order of their deadlines, and of one moment in the order in which they were set", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    for (const [delay, name] of [
      [2, "d"],
      [1, "a"],
      [1, "b"],
      [1, "c"],
      [3, "e"],
    ] as const) {
      loop.callLater(delay, () => order.push(name));
    }
    await runUntil(loop, 4);
    expect(order).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("of no delay run after everything that was ready", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    loop.callSoon(() => {
      loop.callLater(0, () => order.push("timer"));
      loop.callSoon(() => order.push("soon"));
    });
    await runUntil(loop, 1);
    expect(order).toEqual(["soon", "timer"]);
  });

  test("that are cancelled never fire and do not hold the clock", async () => {
    const loop = virtualLoop();
    const timer = loop.callLater(1, () => expect.unreachable());
    timer.cancel();
    loop.callLater(5, () => loop.stop());
    await loop.runForever();
    expect(timer.when()).toBe(1);
    expect(loop.time()).toBe(5);
  });

  test("that are cancelled by the thousand are swept out, and the others fire in order", async () => {
    const loop = virtualLoop();
    const order: number[] = [];
    const timers = Array.from({ length: 1000 }, (_, i) =>
      loop.callLater(1 + (i % 7), () => order.push(i % 7)),
    );
    for (const [i, timer] of timers.entries()) {
      if (i % 10 !== 0) {
        timer.cancel();
      }
    }
    await runUntil(loop, 100);
    expect(order).toHaveLength(100);
    expect(order).toEqual([...order].sort());
  });
});

describe("running", () => {
  test("stops at the end of the iteration", async () => {
    const loop = virtualLoop();
    const order: string[] = [];
    loop.callSoon(() => loop.stop());
    loop.callSoon(() => {
      order.push("same iteration");
      loop.callSoon(() => order.push("next iteration"));
    });
    await loop.runForever();
    expect(order).toEqual(["same iteration"]);
    expect(loop.isRunning()).toBe(false);
  });

  test("can be taken up again after a stop", async () => {
    const loop = virtualLoop();
    expect(await loop.runUntilComplete(sleep(1, "one"))).toBe("one");
    expect(await loop.runUntilComplete(sleep(1, "two"))).toBe("two");
    expect(loop.time()).toBe(2);
  });

  test("refuses a second run of the same loop, and one inside another", async () => {
    const loop = virtualLoop();
    const other = virtualLoop();
    loop.callSoon(() => {
      expect(() => loop.runForever()).toThrow("already running");
      expect(() => other.runForever()).toThrow(
        "cannot be called inside a running event loop: wait for it with `yield*`",
      );
      loop.stop();
    });
    await loop.runForever();
  });

  test("ends with an error when the loop stops before the future is done", async () => {
    const loop = virtualLoop();
    loop.callLater(1, () => loop.stop());
    await expect(loop.runUntilComplete(loop.createFuture())).rejects.toThrow(
      "stopped before the future was done",
    );
  });

  test("a closed loop takes nothing more", () => {
    const loop = virtualLoop();
    loop.close();
    loop.close();
    expect(loop.isClosed()).toBe(true);
    expect(() => loop.callSoon(() => {})).toThrow(RuntimeError);
    expect(() => loop.callLater(1, () => {})).toThrow("closed");
    expect(() => loop.runForever()).toThrow("closed");
  });

  test("a running loop cannot be closed", async () => {
    const loop = virtualLoop();
    loop.callSoon(() => {
      expect(() => loop.close()).toThrow("already running: wait until it has stopped");
      loop.stop();
    });
    await loop.runForever();
  });

  test("a loop that closes says which tasks are not done", async () => {
    const loop = virtualLoop();
    const reports: unknown[] = [];
    loop.setExceptionHandler((_, { message, task }) => reports.push([message, task?.getName()]));
    const tasks = ["begun", "pending"].map((name) => loop.createTask(sleep(1), { name }));
    await loop.runUntilComplete(sleep(0));
    loop.close();
    expect(reports).toEqual(tasks.map((task) => ["Task was destroyed but it is pending!", task.getName()]));
  });

  test("two loops may take turns on one thread", async () => {
    const results = await Promise.all([runVirtual(sleep(1, "a")), runVirtual(sleep(1, "b"))]);
    expect(results).toEqual(["a", "b"]);
  });

  test("there is no running loop outside of it", () => {
    expect(() => getRunningLoop()).toThrow("No running event loop");
    expect(() => getRunningLoop()).toThrow("await run(main())");
  });
});

describe("the host", () => {
  test("wakes a sleeping loop", async () => {
    const loop = new EventLoop();
    setTimeout(() => loop.callSoon(() => loop.stop()), 5);
    loop.callLater(3600, () => expect.unreachable());
    await loop.runForever();
  });

  test("has its turn although tasks are always ready", async () => {
    // Each look at the clock takes a millisecond, and the loop keeps the thread for five.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now++);
    function* spin(): Coroutine<number> {
      let hadItsTurn = false;
      setImmediate(() => {
        hadItsTurn = true;
      });
      let iterations = 0;
      for (; !hadItsTurn; iterations++) {
        yield;
      }
      return iterations;
    }
    expect(await run(spin())).toBeLessThan(10);
  });

  test("has its turn in the middle of an iteration that takes long", async () => {
    const loop = new EventLoop();
    const order: string[] = [];
    const work = (): void => {
      const end = performance.now() + 1;
      while (performance.now() < end) {}
    };
    setTimeout(() => order.push("host"), 0);
    for (let i = 0; i < 200; i++) {
      loop.callSoon(work);
    }
    loop.callSoon(() => {
      order.push("end of the iteration");
      loop.stop();
    });
    await loop.runForever();
    expect(order).toEqual(["host", "end of the iteration"]);
  });

  test("a timer of the host's clock is never early", async () => {
    function* nap(): Coroutine<number> {
      const { time } = new HostClock();
      const started = time();
      yield* sleep(0.0123);
      return time() - started;
    }
    expect(await run(nap())).toBeGreaterThanOrEqual(0.0123 - 1e-9);
  });
});

describe("virtual time", () => {
  test("jumps to the next deadline", async () => {
    const loop = new EventLoop({ clock: new VirtualClock(100) });
    await loop.runUntilComplete(sleep(3600));
    expect(loop.time()).toBe(3700);
  });

  test("stands still while something is ready", async () => {
    function* busy(): Coroutine<number> {
      getRunningLoop().callLater(1, () => {});
      for (let i = 0; i < 10; i++) {
        yield;
      }
      return getRunningLoop().time();
    }
    expect(await runVirtual(busy())).toBe(0);
  });
});

describe("debug mode", () => {
  test("reports a slow callback", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const clock = new VirtualClock();
    const loop = new EventLoop({ clock, debug: true });
    loop.callSoon(function crunch() {
      clock.advance(0.25);
    });
    loop.callSoon(() => loop.stop());
    await loop.runForever();
    expect(warn.mock.calls).toEqual([["Executing <Handle crunch> took 0.250 seconds"]]);
  });
});

describe("the exception handler", () => {
  test("is console.error unless one is set", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const loop = virtualLoop();
    const exception = new Error("broken");
    loop.callExceptionHandler({ message: "Something", exception });
    expect(error).toHaveBeenCalledWith("Something", exception);
  });

  test("runs in the context of the callback that failed", async () => {
    const variable = new ContextVar("variable", { default: "unset" });
    const loop = virtualLoop();
    const seen: string[] = [];
    loop.setExceptionHandler(() => {
      seen.push(variable.get());
      variable.set("from the handler");
    });
    const context = copyContext();
    context.run(() => variable.set("from the callback"));
    const future = loop.createFuture<void>();
    future.addDoneCallback(
      () => {
        throw new Error("broken");
      },
      { context },
    );
    future.addDoneCallback(() => seen.push(variable.get()), { context });
    future.setResult();
    await loop.runUntilComplete(sleep(1));
    expect(seen).toEqual(["from the callback", "from the handler"]);
    expect(variable.get()).toBe("unset");
  });

  test("that throws is reported itself", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const loop = virtualLoop();
    const exception = new Error("in the handler");
    loop.setExceptionHandler(() => {
      throw exception;
    });
    loop.callExceptionHandler({ message: "Something" });
    expect(error).toHaveBeenCalledWith("Unhandled error in exception handler", exception);
  });
});
