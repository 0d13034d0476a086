import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  type AsyncGen,
  type Awaitable,
  aclosing,
  aiter,
  anext,
  asyncFor,
  asyncGenerator,
  CancelledError,
  ContextVar,
  type Coroutine,
  createTask,
  type ExceptionContext,
  GeneratorExit,
  gather,
  getRunningLoop,
  RuntimeError,
  run,
  StopAsyncIteration,
  sleep,
  TimeoutError,
  taskGroup,
  waitFor,
} from "../../index.ts";
import { loopTest, thrownBy } from "../cpython/loop-test.ts";
import { countIterations, runVirtual, virtualLoop } from "../virtual-time.ts";

/** Emits 1 and 2, notes what it is sent, and cleans up in two steps. */
function noting(notes: unknown[]): AsyncGen<number, string> {
  return asyncGenerator(function* noting(emit) {
    try {
      notes.push(yield* emit(1));
      notes.push(yield* emit(2));
    } finally {
      notes.push("cleanup");
      yield* sleep(1);
      notes.push("clean");
    }
  });
}

/** What came of an awaitable, as text. */
function* outcomeOf(awaitable: Awaitable<unknown>): Coroutine<string> {
  try {
    return String(yield* awaitable);
  } catch (error) {
    return String(error);
  }
}

describe("an asynchronous generator", () => {
  loopTest("hands out its items one after the other, then ends", function* () {
    const notes: unknown[] = [];
    const items = noting(notes);
    expect(yield* anext(items)).toBe(1);
    expect(yield* items.anext()).toBe(2);
    expect(yield* thrownBy(items.anext())).toBeInstanceOf(StopAsyncIteration);
    expect(yield* thrownBy(items.anext())).toBeInstanceOf(StopAsyncIteration);
    expect(notes).toEqual([undefined, undefined, "cleanup", "clean"]);
  });

  loopTest("does nothing before somebody asks for an item", function* () {
    let begun = false;
    const items = asyncGenerator<number>(function* () {
      begun = true;
    });
    yield* sleep(1);
    expect(begun).toBe(false);
    yield* items.aclose();
    expect(begun).toBe(false);
    expect(yield* anext(items, "none")).toBe("none");
  });

  test("takes no turn of the loop for an item that is there", async () => {
    function* main(): Coroutine<void> {
      const items = asyncGenerator<number>(function* (emit) {
        yield* emit(1);
        yield* sleep(0);
        yield* emit(2);
      });
      yield* anext(items);
      yield* anext(items);
    }
    expect(await runVirtual(countIterations(main()))).toBe(1);
  });

  loopTest("is sent values, but not before it is begun", function* () {
    const notes: unknown[] = [];
    const items = noting(notes);
    expect(yield* thrownBy(items.asend("early"))).toEqual(
      new TypeError(
        "asend() can't send a value to an async generator that was not begun: call anext() first",
      ),
    );
    yield* items.anext();
    expect(yield* items.asend("a")).toBe(2);
    expect(yield* thrownBy(items.asend("b"))).toBeInstanceOf(StopAsyncIteration);
    expect(notes).toEqual(["a", "b", "cleanup", "clean"]);
  });

  loopTest("has errors thrown where it stands, and may go on", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } catch {
        yield* sleep(1);
      }
      yield* emit(2);
    });
    yield* items.anext();
    expect(yield* items.athrow(new Error("handled"))).toBe(2);
    expect(yield* thrownBy(items.athrow(new Error("not handled")))).toEqual(new Error("not handled"));
    expect(yield* thrownBy(items.anext())).toBeInstanceOf(StopAsyncIteration);
    expect(yield* items.athrow(new Error("too late"))).toBe(undefined);
  });

  loopTest("ends, when an error is thrown into one that was not begun", function* () {
    const items = noting([]);
    expect(yield* thrownBy(items.athrow(new Error("early")))).toEqual(new Error("early"));
    expect(yield* thrownBy(items.anext())).toBeInstanceOf(StopAsyncIteration);
  });

  loopTest("throws StopAsyncIteration from athrow(), when it deals with the error and ends", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } catch {}
    });
    yield* items.anext();
    expect(yield* thrownBy(items.athrow(new Error("handled")))).toBeInstanceOf(StopAsyncIteration);
  });

  loopTest("cannot raise StopAsyncIteration itself", function* () {
    const stop = new StopAsyncIteration("by hand");
    const items = asyncGenerator<number>(function* (emit) {
      yield* emit(1);
      throw stop;
    });
    yield* items.anext();
    const error = (yield* thrownBy(items.anext())) as Error;
    expect(error).toBeInstanceOf(RuntimeError);
    expect(error.message).toContain("async generator raised StopAsyncIteration");
    expect(error.cause).toBe(stop);
  });

  loopTest("serves one task at a time", function* () {
    const items = asyncGenerator<number, string>(function* (emit) {
      yield* sleep(1);
      yield* emit(1);
    });
    const running = "RuntimeError: %: asynchronous generator is already running: let one task go through it";
    expect(
      yield* gather(
        outcomeOf(items.anext()),
        outcomeOf(items.anext()),
        outcomeOf(items.asend("x")),
        outcomeOf(items.athrow(new Error())),
        outcomeOf(items.aclose()),
      ),
    ).toEqual([
      "1",
      ...["anext()", "anext()", "athrow()", "aclose()"].map((each) => running.replace("%", each)),
    ]);
  });

  loopTest("is cancelled where it waits, and is at its end then", function* () {
    const notes: unknown[] = [];
    const items = asyncGenerator<number>(function* () {
      try {
        yield* sleep(60);
      } catch (error) {
        notes.push((error as Error).message);
        throw error;
      }
    });
    const task = createTask(items.anext());
    yield* sleep(1);
    task.cancel("enough");
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["enough"]);
    expect(yield* anext(items, "none")).toBe("none");
  });

  loopTest("does not emit from a task that it starts", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      yield* createTask(emit(1));
    });
    const error = (yield* thrownBy(items.anext())) as Error;
    expect(error.message).toBe(
      "emit() works only in its own generator, not in a task or callback that it starts",
    );
  });

  loopTest("runs in the context of whoever goes through it", function* () {
    const user = new ContextVar<string>("user");
    const items = asyncGenerator<string>(function* (emit) {
      while (true) {
        yield* emit(user.get("nobody"));
      }
    });
    user.set("Ada");
    expect(yield* items.anext()).toBe("Ada");
    user.set("Bob");
    expect(yield* items.anext()).toBe("Bob");
    yield* items.aclose();
  });

  test("is made of a generator function", () => {
    expect(() => asyncGenerator(5 as never)).toThrow(
      "asyncGenerator() takes a generator function, as in function* (emit) { ... }, got 5",
    );
    expect(() => asyncGenerator((async () => {}) as never)).toThrow("a function that answers with a promise");
  });
});

describe("closing an asynchronous generator", () => {
  loopTest("waits for its cleanup", function* () {
    const notes: unknown[] = [];
    const items = noting(notes);
    yield* items.anext();
    yield* items.aclose();
    expect(notes).toEqual(["cleanup", "clean"]);
    expect(yield* thrownBy(items.anext())).toBeInstanceOf(StopAsyncIteration);
    yield* items.aclose();
  });

  loopTest("is seen inside as a GeneratorExit, which may be swallowed by ending", function* () {
    let seen: unknown;
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } catch (error) {
        seen = error;
      }
    });
    yield* items.anext();
    yield* items.aclose();
    expect(seen).toBeInstanceOf(GeneratorExit);
  });

  loopTest("fails when the generator emits once more, and it goes on", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } catch {}
      yield* emit(2);
      yield* emit(3);
    });
    yield* items.anext();
    const error = (yield* thrownBy(items.aclose())) as Error;
    expect(error).toBeInstanceOf(RuntimeError);
    expect(error.message).toContain("async generator ignored GeneratorExit");
    expect(yield* thrownBy(items.athrow(new Error()))).toBeInstanceOf(StopAsyncIteration);
    expect(yield* items.anext()).toBe(3);
    expect(yield* anext(items, "none")).toBe("none");
  });

  loopTest("passes on what the cleanup throws", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: what this test is about
        throw new Error("in the cleanup");
      }
    });
    yield* items.anext();
    expect(yield* thrownBy(items.aclose())).toEqual(new Error("in the cleanup"));
    yield* items.aclose();
  });

  loopTest("can be cancelled in the midst of the cleanup", function* () {
    const notes: unknown[] = [];
    const items = noting(notes);
    yield* items.anext();
    const closing = createTask(items.aclose());
    yield* sleep(0.5);
    closing.cancel();
    expect(yield* thrownBy(closing)).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["cleanup"]);
    expect(yield* anext(items, "none")).toBe("none");
  });

  loopTest("ends the body of one whose waiting coroutine is itself closed", function* () {
    const notes: unknown[] = [];
    const items = asyncGenerator<number>(function* () {
      try {
        yield* sleep(60);
      } finally {
        notes.push("closed");
      }
    });
    const waiting = items.anext();
    waiting.next();
    waiting.return(0);
    expect(notes).toEqual(["closed"]);
    expect(yield* anext(items, "none")).toBe("none");
  });
});

describe("a request to an asynchronous generator", () => {
  const requests = [
    ["anext()", (items: AsyncGen<number, string>) => items.anext()],
    ["anext() with a fallback", (items: AsyncGen<number, string>) => anext(items, 7)],
    ["asend()", (items: AsyncGen<number, string>) => items.asend("x")],
    ["athrow()", (items: AsyncGen<number, string>) => items.athrow(new Error("not thrown"))],
    ["aclose()", (items: AsyncGen<number, string>) => items.aclose()],
  ] as const;

  function watched(notes: unknown[]): AsyncGen<number, string> {
    return asyncGenerator(function* (emit) {
      try {
        yield* emit(1);
        yield* emit(2);
      } catch (error) {
        notes.push(String(error));
        throw error;
      } finally {
        yield* sleep(0);
        notes.push("clean");
      }
    });
  }

  test.each(requests)("%s that is cancelled before it begins cancels the generator", async (_, request) => {
    function* main(): Coroutine<void> {
      const notes: unknown[] = [];
      const items = watched(notes);
      yield* items.anext();
      const task = createTask(request(items) as Coroutine<unknown>);
      task.cancel("why");
      const error = yield* thrownBy(task);
      expect(error).toBeInstanceOf(CancelledError);
      expect((error as Error).message).toBe("why");
      expect(notes).toEqual(["CancelledError: why", "clean"]);
      expect(yield* anext(items, "none")).toBe("none");
    }
    await runVirtual(main());
  });

  test.each(requests)("%s without time to wait cancels the generator", async (_, request) => {
    function* main(): Coroutine<void> {
      const notes: unknown[] = [];
      const items = watched(notes);
      yield* items.anext();
      const waiting = waitFor(request(items) as Coroutine<unknown>, 0);
      expect(yield* thrownBy(waiting)).toBeInstanceOf(TimeoutError);
      expect(notes).toEqual(["CancelledError", "clean"]);
    }
    await runVirtual(main());
  });

  test.each(requests)(
    "%s that is cancelled leaves a generator alone that serves another",
    async (_, request) => {
      function* main(): Coroutine<void> {
        const items = asyncGenerator<number, string>(function* (emit) {
          yield* sleep(1);
          yield* emit(1);
        });
        const first = createTask(items.anext());
        yield;
        const task = createTask(request(items) as Coroutine<unknown>);
        task.cancel();
        expect(String(yield* thrownBy(task))).toContain("asynchronous generator is already running");
        expect(yield* first).toBe(1);
        yield* items.aclose();
      }
      await runVirtual(main());
    },
  );

  test.each(requests)("%s that is closed before it begins closes the generator", (_, request) => {
    const items = watched([]);
    const unused = request(items) as Coroutine<unknown>;
    unused.return(0);
    const next = items.anext();
    expect(() => next.next()).toThrow(StopAsyncIteration);
  });

  loopTest("can be awaited once", function* () {
    const items = watched([]);
    const next = items.anext();
    expect(yield* next).toBe(1);
    expect(yield* thrownBy(next)).toEqual(
      new RuntimeError("cannot reuse already awaited anext()/asend(): call it again for each time"),
    );
    const close = items.aclose();
    yield* close;
    expect(yield* thrownBy(close)).toEqual(
      new RuntimeError("cannot reuse already awaited aclose()/athrow(): call it again for each time"),
    );
  });
});

describe("aclosing", () => {
  loopTest("closes at the end of the block, and answers with what it returns", function* () {
    const notes: unknown[] = [];
    const result = yield* aclosing(noting(notes), function* (items) {
      return yield* items.anext();
    });
    expect(result).toBe(1);
    expect(notes).toEqual(["cleanup", "clean"]);
  });

  loopTest("closes when the block throws, and when it is cancelled", function* () {
    const notes: unknown[] = [];
    const fail = aclosing(noting(notes), function* (items) {
      yield* items.anext();
      throw new Error("in the block");
    });
    expect(yield* thrownBy(fail)).toEqual(new Error("in the block"));
    const task = createTask(
      aclosing(noting(notes), function* (items) {
        yield* items.anext();
        yield* sleep(60);
      }),
    );
    yield* sleep(0.5);
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(notes).toEqual(["cleanup", "clean", "cleanup", "clean"]);
  });

  loopTest("takes what can be closed, and a block", function* () {
    expect(yield* thrownBy(aclosing({} as never, function* () {}))).toEqual(
      new TypeError("aclosing() takes something that can be closed, with aclose(), got an object of Object"),
    );
    expect(String(yield* thrownBy(aclosing(noting([]), undefined as never)))).toContain(
      "aclosing() takes a generator function, as in function* (items) { ... }, got undefined",
    );
  });
});

describe("the end of a run", () => {
  test("closes the generators that were begun and left, in the order in which they began", async () => {
    const notes: unknown[] = [];
    function* main(): Coroutine<void> {
      noting(notes);
      const open = asyncGenerator<number>(function* (emit) {
        try {
          yield* emit(1);
        } finally {
          notes.push("the first");
          yield* sleep(1);
          notes.push("is closed");
        }
      });
      yield* open.anext();
      yield* noting(notes).anext();
    }
    await runVirtual(main());
    expect(notes).toEqual(["the first", "cleanup", "is closed", "clean"]);
  });

  test("reports a generator whose cleanup fails", async () => {
    const reports: ExceptionContext[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, context) => reports.push(context));
      const open = asyncGenerator<number>(function* stubborn(emit) {
        try {
          yield* emit(1);
        } finally {
          // biome-ignore lint/correctness/noUnsafeFinally: what this test is about
          throw new Error("in the cleanup");
        }
      });
      yield* open.anext();
    }
    await runVirtual(main());
    expect(reports.map(({ message, exception }) => [message, exception])).toEqual([
      [
        "an error occurred during closing of asynchronous generator <AsyncGen stubborn>",
        new Error("in the cleanup"),
      ],
    ]);
  });

  test("says nothing of a group that closed one threw, since only exceptions are reported", async () => {
    const reports: ExceptionContext[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, context) => reports.push(context));
      const open = asyncGenerator<number>(function* (emit) {
        yield* taskGroup(function* () {
          yield* emit(1);
        });
      });
      yield* open.anext();
    }
    await runVirtual(main());
    expect(reports).toEqual([]);
  });

  loopTest("closes also what somebody has asked in vain, and nothing that nobody asked", function* () {
    const asked = noting([]);
    const untouched = noting([]);
    yield* outcomeOf(asked.asend("early"));
    yield* getRunningLoop().shutdownAsyncgens();
    expect(yield* anext(asked, "none")).toBe("none");
    expect(yield* anext(untouched, "none")).toBe(1);
  });

  test("can be had earlier, with shutdownAsyncgens()", async () => {
    const notes: unknown[] = [];
    function* main(): Coroutine<void> {
      yield* noting(notes).anext();
      yield* getRunningLoop().shutdownAsyncgens();
      notes.push("main goes on");
    }
    await runVirtual(main());
    expect(notes).toEqual(["cleanup", "clean", "main goes on"]);
  });

  test("takes as many iterations as without generators", async () => {
    const loop = virtualLoop();
    function* main(): Coroutine<void> {
      yield* loop.shutdownAsyncgens();
    }
    expect(await run(countIterations(main()), { loopFactory: () => loop })).toBe(0);
  });
});

test("a generator that nobody holds any more is closed by the loop", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const notes: unknown[] = [];
  function* forget(): Coroutine<void> {
    const items = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } finally {
        yield* sleep(0);
        notes.push("closed");
      }
    });
    yield* items.anext();
  }
  function* main(): Coroutine<void> {
    yield* createTask(forget());
    for (let i = 0; i < 100 && notes.length === 0; i++) {
      collect();
      yield* sleep(0.001);
    }
    notes.push("main ends");
  }
  await run(main());
  expect(notes).toEqual(["closed", "main ends"]);
});

test("a loop holds nothing of a generator that has come to its end", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  function* goThrough(): Coroutine<WeakRef<object>> {
    const held = { of: "the generator" };
    const items = asyncGenerator<object>(function* (emit) {
      yield* emit(held);
    });
    yield* asyncFor(items, function* () {});
    return new WeakRef(held);
  }
  function* main(): Coroutine<boolean> {
    const ref = yield* createTask(goThrough());
    for (let i = 0; i < 100 && ref.deref() !== undefined; i++) {
      yield* sleep(0.001);
      collect();
    }
    return ref.deref() !== undefined;
  }
  expect(await run(main())).toBe(false);
});

test("a generator can be gone through only once, and begins to with itself", () => {
  const items = noting([]);
  expect(aiter(items)).toBe(items);
});
