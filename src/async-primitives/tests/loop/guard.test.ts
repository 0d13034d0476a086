import { afterEach, expect, test, vi } from "vitest";
import { type Coroutine, EventLoop, getRunningLoop, run, sleep, ThreadPoolExecutor } from "../../index.ts";
import { runVirtual, virtualLoop } from "../virtual-time.ts";

const broken = new Error("broken");
const throwing = () => {
  throw broken;
};
const rejecting = () => Promise.reject(broken);
const ways: [string, () => unknown][] = [
  ["throws", throwing],
  ["rejects", rejecting],
];

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the exception handler is told while something goes wrong and the program goes on. */
function* told(goWrong: () => Coroutine<void>): Coroutine<[message: string, exception: unknown][]> {
  const reports: [string, unknown][] = [];
  getRunningLoop().setExceptionHandler((_, { message, exception }) => reports.push([message, exception]));
  yield* goWrong();
  yield* sleep(0.01);
  return reports;
}

test.each(ways)("a callback of the loop that %s is reported", async (_, callback) => {
  function* goWrong(): Coroutine<void> {
    getRunningLoop().callSoon(function ring() {
      return callback();
    });
  }
  expect(await runVirtual(told(goWrong))).toEqual([["Exception in callback <Handle ring>", broken]]);
});

test.each(ways)(
  "a callback of a future that %s is reported, and the others are called",
  async (_, callback) => {
    const order: string[] = [];
    function* goWrong(): Coroutine<void> {
      const future = getRunningLoop().createFuture<void>();
      future.addDoneCallback(function ring() {
        return callback() as undefined;
      });
      future.addDoneCallback(() => order.push("next"));
      future.setResult();
    }
    expect(await runVirtual(told(goWrong))).toEqual([["Exception in callback <DoneCallback ring>", broken]]);
    expect(order).toEqual(["next"]);
  },
);

test.each(ways)("a callback of a job that %s is reported, and the others are called", async (_, callback) => {
  const executor = new ThreadPoolExecutor({ maxWorkers: 1 });
  const order: string[] = [];
  function* goWrong(): Coroutine<void> {
    const job = executor.submit(() => 1);
    job.addDoneCallback(callback);
    job.addDoneCallback(() => order.push("next"));
    yield* job;
    job.addDoneCallback(callback);
  }
  const report = ["Exception in a callback of a job", broken];
  expect(await run(told(goWrong))).toEqual([report, report]);
  expect(order).toEqual(["next"]);
  await executor.shutdown();
});

test("a callback of a job that was added outside of a loop is printed", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  const executor = new ThreadPoolExecutor({ maxWorkers: 1 });
  const job = executor.submit(() => 1);
  job.addDoneCallback(throwing);
  expect(await job).toBe(1);
  expect(printed.mock.calls).toEqual([["Exception in a callback of a job", broken]]);
  await executor.shutdown();
});

test.each(ways)("an observer that %s is reported, and the others are told", async (_, observer) => {
  const kinds: string[] = [];
  function* goWrong(): Coroutine<void> {
    const loop = getRunningLoop();
    const ends = [loop.observe(observer), loop.observe(({ kind }) => kinds.push(kind))];
    loop.callSoon(() => {});
    for (const end of ends) {
      end();
    }
  }
  expect(await runVirtual(told(goWrong))).toEqual([["Exception in an observer, at 'queued'", broken]]);
  expect(kinds).toEqual(["queued"]);
});

test.each(ways)("an exception handler that %s is reported to the default one", async (_, handler) => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  function* main(): Coroutine<void> {
    const loop = getRunningLoop();
    loop.setExceptionHandler(handler as () => void);
    loop.callExceptionHandler({ message: "first" });
    yield* sleep(0.01);
  }
  await runVirtual(main());
  expect(printed.mock.calls).toEqual([["Unhandled error in exception handler", broken], ["first"]]);
});

test.each(ways)("a default exception handler that %s is reported to the console", async (_, handler) => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  class Loop extends EventLoop {
    override defaultExceptionHandler = handler as () => void;
  }
  const first = new Error("first");
  function* main(): Coroutine<void> {
    getRunningLoop().callExceptionHandler({ message: "first", exception: first });
    yield* sleep(0.01);
  }
  await run(main(), { loopFactory: () => new Loop() });
  expect(printed.mock.calls).toEqual([
    ["Exception in default exception handler", broken, "while handling", first],
  ]);
});

test("a console that throws ends nothing", async () => {
  vi.spyOn(console, "error").mockImplementation(throwing);
  function* main(): Coroutine<string> {
    getRunningLoop().callExceptionHandler({ message: "first" });
    return yield* sleep(0.01, "goes on");
  }
  expect(await runVirtual(main())).toBe("goes on");
});

test("a clock of the program's own that throws ends its run, and nothing else", async () => {
  const loop = new EventLoop({ clock: { time: () => 0, wakeAt: throwing } });
  loop.callAt(1, () => {});
  await expect(loop.runForever()).rejects.toBe(broken);
  expect(loop.isRunning()).toBe(false);
  loop.close();
});

test("what a loop holds of the host and cannot let go of is reported, and the rest is let go of", () => {
  const loop = virtualLoop();
  const reports: unknown[] = [];
  loop.setExceptionHandler((_, { message, exception }) => reports.push([message, exception]));
  const submit = () => expect.unreachable();
  let shut = 0;
  loop.setDefaultExecutor({ submit, shutdown: throwing });
  loop.setDefaultExecutor({ submit, shutdown: () => shut++ });
  loop.close();
  expect(reports).toEqual([["Exception in close()", broken]]);
  expect(shut).toBe(1);
});
