import { describe, expect, test } from "vitest";
import {
  type AsyncCursor,
  type AsyncGen,
  type AsyncSource,
  aiter,
  anext,
  asyncFor,
  asyncGenerator,
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  Queue,
  StopAsyncIteration,
  StreamReader,
  sleep,
  TimeoutError,
  timeout,
  untilShutdown,
} from "../../index.ts";
import { loopTest, thrownBy } from "../cpython/loop-test.ts";
import { countIterations, runVirtual } from "../virtual-time.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Counts up, one a second, and says when it is closed. */
function ticks(notes: unknown[], end = Number.POSITIVE_INFINITY): AsyncGen<number> {
  return asyncGenerator(function* (emit) {
    try {
      for (let n = 1; n <= end; n++) {
        yield* sleep(1);
        yield* emit(n);
      }
    } finally {
      yield* sleep(1);
      notes.push("closed");
    }
  });
}

/** A source of somebody else's making: it has no way to be closed. */
class Letters implements AsyncSource<string> {
  readonly #letters: string;
  constructor(letters: string) {
    this.#letters = letters;
  }
  aiter(): AsyncCursor<string> {
    const letters = [...this.#letters];
    const cursor: AsyncCursor<string> = {
      aiter: () => cursor,
      *anext() {
        yield* sleep(1);
        const letter = letters.shift();
        if (letter === undefined) {
          throw new StopAsyncIteration();
        }
        return letter;
      },
    };
    return cursor;
  }
}

describe("asyncFor", () => {
  loopTest("runs its block for each item, and says that it came to the end", function* () {
    const notes: unknown[] = [];
    const isThrough = yield* asyncFor(ticks(notes, 3), function* (n) {
      notes.push(n);
    });
    expect(isThrough).toBe(true);
    expect(notes).toEqual([1, 2, 3, "closed"]);
  });

  loopTest("waits for its block before it asks for the next item", function* () {
    const notes: unknown[] = [];
    const source = asyncGenerator<number>(function* (emit) {
      for (let n = 1; n <= 2; n++) {
        notes.push(`make ${n}`);
        yield* emit(n);
      }
    });
    yield* asyncFor(source, function* (n) {
      yield* sleep(5);
      notes.push(`use ${n}`);
    });
    expect(notes).toEqual(["make 1", "use 1", "make 2", "use 2"]);
  });

  loopTest("ends with break, and has closed the source when it does", function* () {
    const notes: unknown[] = [];
    const isThrough = yield* asyncFor(ticks(notes), function* (n, loop) {
      notes.push(n);
      if (n === 2) {
        return loop.break();
      }
    });
    expect(isThrough).toBe(false);
    expect(notes).toEqual([1, 2, "closed"]);
  });

  loopTest("closes the source when the block throws", function* () {
    const notes: unknown[] = [];
    const error = new Error("in the block");
    const loop = asyncFor(ticks(notes), function* () {
      throw error;
    });
    expect(yield* thrownBy(loop)).toBe(error);
    expect(notes).toEqual(["closed"]);
  });

  loopTest("closes the source when it is cancelled in the block", function* () {
    const notes: unknown[] = [];
    const task = createTask(asyncFor(ticks(notes), () => sleep(60)));
    yield* sleep(1.5);
    task.cancel("enough");
    const error = yield* thrownBy(task);
    expect(error).toBeInstanceOf(CancelledError);
    expect((error as Error).message).toBe("enough");
    expect(notes).toEqual(["closed"]);
  });

  loopTest("closes the source when time is up in the midst of it", function* () {
    const notes: unknown[] = [];
    const loop = timeout(2.5, () =>
      asyncFor(ticks(notes), function* (n) {
        notes.push(n);
      }),
    );
    expect(yield* thrownBy(loop)).toBeInstanceOf(TimeoutError);
    expect(notes).toEqual([1, 2, "closed"]);
  });

  loopTest("passes on what the source throws", function* () {
    const error = new Error("in the source");
    const source = asyncGenerator<number>(function* (emit) {
      yield* emit(1);
      throw error;
    });
    expect(yield* thrownBy(asyncFor(source, function* () {}))).toBe(error);
  });

  loopTest("passes on a StopAsyncIteration of its block", function* () {
    const stop = new StopAsyncIteration("from elsewhere");
    const loop = asyncFor(ticks([]), function* () {
      throw stop;
    });
    expect(yield* thrownBy(loop)).toBe(stop);
  });

  loopTest("passes on what the cleanup of the source throws", function* () {
    const source = asyncGenerator<number>(function* (emit) {
      try {
        yield* emit(1);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: what this test is about
        throw new Error("in the cleanup");
      }
    });
    const loop = asyncFor(source, function* (_, loop) {
      return loop.break();
    });
    expect(yield* thrownBy(loop)).toEqual(new Error("in the cleanup"));
  });

  loopTest("goes through sources of anybody's making, again and again", function* () {
    const source = new Letters("ab");
    const seen: string[] = [];
    for (let i = 0; i < 2; i++) {
      yield* asyncFor(source, function* (letter) {
        seen.push(letter);
      });
    }
    expect(seen).toEqual(["a", "b", "a", "b"]);
  });

  loopTest("nests", function* () {
    const seen: string[] = [];
    yield* asyncFor(new Letters("ab"), function* (outer) {
      yield* asyncFor(new Letters("xyz"), function* (inner, loop) {
        seen.push(outer + inner);
        if (inner === "y") {
          return loop.break();
        }
      });
    });
    expect(seen).toEqual(["ax", "ay", "bx", "by"]);
  });

  loopTest("takes an asynchronous source and a block", function* () {
    const block = function* () {};
    expect(String(yield* thrownBy(asyncFor([1, 2] as never, block)))).toBe(
      "TypeError: An asynchronous source is required, with a method aiter(), got an array: go through it with for...of",
    );
    expect(String(yield* thrownBy(asyncFor(ticks([]), undefined as never)))).toBe(
      "TypeError: asyncFor() takes a generator function, as in function* (item) { ... }, got undefined",
    );
    const crooked = { aiter: () => ({ anext: async () => 1 }) };
    expect(String(yield* thrownBy(asyncFor(crooked as never, block)))).toContain(
      "anext() of a cursor must answer with something to await, got a promise",
    );
    const bent = { aiter: () => 5 };
    expect(String(yield* thrownBy(asyncFor(bent as never, block)))).toBe(
      "TypeError: aiter() of a source must answer with something that has anext(), got 5",
    );
  });
});

describe("anext", () => {
  loopTest("waits for the next item, and goes on where somebody broke off", function* () {
    const items = aiter(new Letters("abc"));
    expect(yield* anext(items)).toBe("a");
    expect(yield* anext(items, null)).toBe("b");
    const rest: string[] = [];
    yield* asyncFor(items, function* (letter) {
      rest.push(letter);
    });
    expect(rest).toEqual(["c"]);
    expect(yield* thrownBy(anext(items))).toBeInstanceOf(StopAsyncIteration);
    expect(yield* anext(items, undefined)).toBe(undefined);
  });

  test("refuses at once what aiter() does not answer with", () => {
    expect(() => anext(new Letters("abc") as never)).toThrow(
      "anext() takes what aiter() answers with, got an object of Letters",
    );
  });
});

describe("a reader", () => {
  loopTest("gives its lines, the last one without a newline", function* () {
    const reader = new StreamReader();
    reader.feedData(encode("one\n\ntw"));
    const lines: string[] = [];
    const reading = createTask(
      asyncFor(reader, function* (line) {
        lines.push(decode(line));
      }),
    );
    yield* sleep(1);
    reader.feedData(encode("o\nthree"));
    reader.feedEof();
    expect(yield* reading).toBe(true);
    expect(lines).toEqual(["one\n", "\n", "two\n", "three"]);
  });

  loopTest("can be read on after a break", function* () {
    const reader = new StreamReader();
    reader.feedData(encode("head\nbody"));
    reader.feedEof();
    yield* asyncFor(reader, function* (_, loop) {
      return loop.break();
    });
    expect(decode(yield* reader.read())).toBe("body");
  });

  loopTest("throws what breaks it", function* () {
    const reader = new StreamReader();
    reader.setException(new Error("the cable is cut"));
    expect(yield* thrownBy(asyncFor(reader, function* () {}))).toEqual(new Error("the cable is cut"));
  });

  test("takes no more turns than reading by hand", async () => {
    const reader = new StreamReader();
    reader.feedData(encode("a\nb\n"));
    reader.feedEof();
    expect(await runVirtual(countIterations(asyncFor(reader, function* () {})))).toBe(0);
  });
});

describe("a queue until its shutdown", () => {
  loopTest("gives each item to one of those who go through it", function* () {
    const queue = new Queue<number>();
    const taken: Record<string, number[]> = { a: [], b: [] };
    function* work(name: string): Coroutine<void> {
      yield* asyncFor(untilShutdown(queue), function* (item) {
        taken[name]?.push(item);
        yield* sleep(1);
      });
    }
    function* produce(): Coroutine<void> {
      for (let i = 0; i < 4; i++) {
        yield* queue.put(i);
      }
      queue.shutdown();
    }
    yield* gather(work("a"), work("b"), produce());
    expect(taken).toEqual({ a: [0, 2], b: [1, 3] });
  });

  loopTest("ends at once when the queue is shut down immediately", function* () {
    const queue = new Queue<number>();
    queue.putNowait(1);
    queue.shutdown(true);
    expect(yield* anext(untilShutdown(queue), "none")).toBe("none");
  });
});
