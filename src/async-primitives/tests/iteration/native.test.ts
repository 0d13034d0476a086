import { EventEmitter, on } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import {
  aclosing,
  aiter,
  anext,
  asyncFor,
  asyncGenerator,
  CancelledError,
  ContextVar,
  type Coroutine,
  createTask,
  EventLoop,
  fromAsyncIterable,
  fromPromise,
  RuntimeError,
  run,
  StopAsyncIteration,
  StreamReader,
  sleep,
  TimeoutError,
  timeout,
  toAsyncIterable,
  waitFor,
} from "../../index.ts";
import { loopTest, thrownBy } from "../cpython/loop-test.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A native generator that takes a few turns of the host to clean up. */
async function* nativeTicks(notes: unknown[], end = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  try {
    for (let n = 1; n <= end; n++) {
      await turn();
      yield n;
    }
  } finally {
    await turn();
    await turn();
    notes.push("closed");
  }
}

describe("a native source in a coroutine", () => {
  loopTest("is gone through to its end", function* () {
    const notes: unknown[] = [];
    yield* asyncFor(nativeTicks(notes, 3), function* (n) {
      notes.push(n);
    });
    expect(notes).toEqual([1, 2, 3, "closed"]);
  });

  loopTest("that answers with what is no object is refused, as by `for await`", function* () {
    for (const [answer, shown] of [
      [null, "null"],
      [undefined, "undefined"],
      [5, "5"],
    ]) {
      const source = { [Symbol.asyncIterator]: () => ({ next: async () => answer }) } as never;
      const error = yield* thrownBy(asyncFor(source, function* () {}));
      expect(String(error)).toBe(
        `TypeError: next() of an asynchronous iterator must answer with { done, value }, got ${shown}`,
      );
    }
  });

  loopTest("is closed, and waited for, when the loop breaks off or throws", function* () {
    const notes: unknown[] = [];
    yield* asyncFor(nativeTicks(notes), function* (_, loop) {
      return loop.break();
    });
    notes.push("broken off");
    const loop = asyncFor(nativeTicks(notes), function* () {
      throw new Error("in the block");
    });
    expect(yield* thrownBy(loop)).toEqual(new Error("in the block"));
    notes.push("thrown");
    expect(notes).toEqual(["closed", "broken off", "closed", "thrown"]);
  });

  loopTest("is closed, and waited for, when the task is cancelled", function* () {
    const notes: unknown[] = [];
    const task = createTask(asyncFor(nativeTicks(notes), () => sleep(60)));
    yield* sleep(1);
    task.cancel("enough");
    const error = yield* thrownBy(task);
    notes.push((error as CancelledError).message);
    expect(notes).toEqual(["closed", "enough"]);
  });

  loopTest("has its failures thrown, and is not closed again", function* () {
    let closed = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Error("broken")),
        async return() {
          closed++;
          return { done: true, value: undefined };
        },
      }),
    };
    expect(yield* thrownBy(asyncFor(source, function* () {}))).toEqual(new Error("broken"));
    expect(closed).toBe(0);
  });

  loopTest("may have no return(), and answer without a promise", function* () {
    const source = {
      [Symbol.asyncIterator]: () => ({ next: () => ({ done: false, value: 1 }) }),
    };
    const isThrough = yield* asyncFor(source as never, function* (n, loop) {
      expect(n).toBe(1);
      return loop.break();
    });
    expect(isThrough).toBe(false);
  });

  loopTest("loses no item when the wait for it is cancelled", function* () {
    let resolve = () => {};
    const promise = new Promise<void>((settle) => {
      resolve = settle;
    });
    const notes: unknown[] = [];
    const items = aiter(
      (async function* () {
        await promise;
        yield "late";
        notes.push("asked for more");
      })(),
    );
    expect(yield* thrownBy(waitFor(anext(items), 1))).toBeInstanceOf(TimeoutError);
    resolve();
    expect(yield* anext(items)).toBe("late");
    expect(notes).toEqual([]);
    expect(yield* anext(items, "none")).toBe("none");
    expect(yield* thrownBy(anext(items))).toBeInstanceOf(StopAsyncIteration);
  });

  loopTest("serves one coroutine at a time", function* () {
    const items = aiter(nativeTicks([]));
    const first = createTask(anext(items));
    yield;
    expect(yield* thrownBy(anext(items))).toEqual(
      new RuntimeError("anext(): another coroutine waits for the next item already"),
    );
    expect(yield* first).toBe(1);
    yield* aclosing(fromAsyncIterable(nativeTicks([])), function* () {});
  });

  loopTest("may be made with a signal, which is aborted when it is closed", function* () {
    const notes: unknown[] = [];
    const endless = (signal: AbortSignal): AsyncIterable<never> =>
      (async function* () {
        try {
          await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        } finally {
          notes.push("closed");
        }
      })();
    const loop = timeout(1, () => asyncFor(fromAsyncIterable(endless), function* () {}));
    expect(yield* thrownBy(loop)).toBeInstanceOf(TimeoutError);
    expect(notes).toEqual(["closed"]);
  });

  test("is refused if it is none", () => {
    expect(() => fromAsyncIterable([1, 2] as never)).toThrow(
      "fromAsyncIterable() takes what `for await` goes through, or a function that returns it, got an array",
    );
    expect(() => fromAsyncIterable((async () => []) as never)).toThrow("got a promise");
  });
});

describe("a ReadableStream in a coroutine", () => {
  /** Gives two chunks, then nothing more, and takes a while to be cancelled. */
  const stalled = (notes: unknown[]) =>
    new ReadableStream<string>({
      start(controller) {
        controller.enqueue("a");
        controller.enqueue("b");
      },
      async cancel() {
        await turn();
        notes.push("cancelled");
      },
    });

  loopTest("is cancelled in the midst of a read, and let go of", function* () {
    const notes: unknown[] = [];
    const stream = stalled(notes);
    const loop = timeout(1, () =>
      asyncFor(stream, function* (chunk) {
        notes.push(chunk);
      }),
    );
    expect(yield* thrownBy(loop)).toBeInstanceOf(TimeoutError);
    expect(notes).toEqual(["a", "b", "cancelled"]);
    expect(stream.locked).toBe(false);
  });

  loopTest("is read to its end, and let go of", function* () {
    const stream = new Response("hello").body as ReadableStream<Uint8Array>;
    let text = "";
    yield* asyncFor(stream, function* (chunk) {
      text += new TextDecoder().decode(chunk);
    });
    expect(text).toBe("hello");
    expect(stream.locked).toBe(false);
  });
});

describe("sources of Node in a coroutine", () => {
  loopTest("the events of an emitter, until the task is cancelled", function* () {
    const emitter = new EventEmitter();
    const seen: unknown[] = [];
    const task = createTask(
      asyncFor(on(emitter, "ring"), function* ([n]) {
        seen.push(n);
      }),
    );
    yield* sleep(1);
    emitter.emit("ring", 1);
    emitter.emit("ring", 2);
    yield* sleep(1);
    task.cancel();
    expect(yield* thrownBy(task)).toBeInstanceOf(CancelledError);
    expect(seen).toEqual([1, 2]);
    expect(emitter.listenerCount("ring")).toBe(0);
  });

  loopTest("the lines of readline", function* () {
    const input = new PassThrough();
    input.end("one\ntwo\nthree\n");
    const lines: string[] = [];
    const interface_ = createInterface({ input });
    yield* asyncFor(interface_, function* (line, loop) {
      lines.push(line);
      if (line === "two") {
        return loop.break();
      }
    });
    expect(lines).toEqual(["one", "two"]);
  });

  loopTest("a stream, which is destroyed by a break", function* () {
    const input = new PassThrough();
    input.write("one");
    yield* asyncFor(input, function* (_, loop) {
      return loop.break();
    });
    expect(input.destroyed).toBe(true);
  });
});

describe("a source in native code", () => {
  const numbers = (notes: unknown[]) =>
    asyncGenerator<number>(function* (emit) {
      try {
        for (let n = 1; n <= 3; n++) {
          yield* sleep(1);
          yield* emit(n);
        }
      } finally {
        yield* sleep(1);
        notes.push("closed");
      }
    });

  loopTest("is gone through with for await", function* () {
    const notes: unknown[] = [];
    async function native(): Promise<void> {
      for await (const n of items) {
        notes.push(n);
      }
    }
    const items = numbers(notes);
    yield* fromPromise(native());
    expect(notes).toEqual([1, 2, 3, "closed"]);
  });

  loopTest("is closed, and waited for, by break", function* () {
    const notes: unknown[] = [];
    async function native(): Promise<void> {
      for await (const n of items) {
        notes.push(n);
        if (n === 2) {
          break;
        }
      }
      notes.push("broken off");
    }
    const items = numbers(notes);
    yield* fromPromise(native());
    expect(notes).toEqual([1, 2, "closed", "broken off"]);
  });

  loopTest("throws into native code", function* () {
    const items = asyncGenerator<number>(function* (emit) {
      yield* emit(1);
      throw new Error("in the source");
    });
    const seen: unknown[] = [];
    const native = async () => {
      for await (const n of items) {
        seen.push(n);
      }
    };
    expect(yield* thrownBy(fromPromise(native()))).toEqual(new Error("in the source"));
    expect(seen).toEqual([1]);
  });

  loopTest("may be any, such as the lines of a reader", function* () {
    const reader = new StreamReader();
    reader.feedData(new TextEncoder().encode("one\ntwo\n"));
    reader.feedEof();
    const lines: string[] = [];
    const native = async () => {
      for await (const line of reader) {
        lines.push(new TextDecoder().decode(line));
      }
    };
    yield* fromPromise(native());
    expect(lines).toEqual(["one\n", "two\n"]);
  });

  loopTest("answers requests in turn, and keeps its context variables", function* () {
    const seen = new ContextVar<number>("seen", { default: 0 });
    const items = asyncGenerator<number>(function* (emit) {
      while (true) {
        seen.set(seen.get() + 1);
        yield* sleep(1);
        yield* emit(seen.get());
      }
    });
    const iterator = items[Symbol.asyncIterator]();
    const steps = yield* fromPromise(Promise.all([iterator.next(), iterator.next(), iterator.next()]));
    expect(steps.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(seen.get()).toBe(0);
    yield* items.aclose();
    expect(yield* fromPromise(iterator.next())).toEqual({ done: true, value: undefined });
  });

  loopTest("gives tasks as they are, and does not wait for them", function* () {
    const task = createTask(sleep(60));
    const items = asyncGenerator<typeof task>(function* (emit) {
      yield* emit(task);
    });
    const step = yield* fromPromise(items[Symbol.asyncIterator]().next());
    expect(step.value).toBe(task);
    expect(task.done()).toBe(false);
  });

  test("needs a loop", async () => {
    const reader = new StreamReader();
    expect(() => reader[Symbol.asyncIterator]()).toThrow(
      "No running event loop to wait on: call this inside a coroutine, or give the loop as options.loop",
    );
    const loop = new EventLoop();
    const iterator = toAsyncIterable(reader, { loop });
    await expect(iterator[Symbol.asyncIterator]().next()).rejects.toThrow(
      "The event loop of this source does not run: go through it with `for await` while run() is at work",
    );
    loop.close();
  });

  test("is cancelled with the run, and refuses when that has ended", async () => {
    const notes: unknown[] = [];
    let native: Promise<unknown> = Promise.resolve();
    let iterator: AsyncIterator<number> | undefined;
    function* main(): Coroutine<void> {
      const items = asyncGenerator<number>(function* (emit) {
        try {
          yield* sleep(60);
          yield* emit(1);
        } finally {
          notes.push("closed");
        }
      });
      iterator = items[Symbol.asyncIterator]();
      native = iterator.next().catch((error) => notes.push(error instanceof CancelledError));
      yield* sleep(0.01);
    }
    await run(main());
    await native;
    expect(notes).toEqual(["closed", true]);
    await expect(iterator?.next()).rejects.toThrow("does not run");
  });
});
