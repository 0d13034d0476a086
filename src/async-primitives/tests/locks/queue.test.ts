import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  sleep,
} from "../../index.ts";
import { runVirtual, start } from "../virtual-time.ts";

describe("a queue", () => {
  test("gives out items in the order in which they came", () => {
    const queue = new Queue<number>(2);
    queue.putNowait(1);
    queue.putNowait(2);
    expect([queue.qsize(), queue.full(), queue.empty(), queue.maxsize]).toEqual([2, true, false, 2]);
    expect(() => queue.putNowait(3)).toThrow(QueueFull);
    expect([queue.getNowait(), queue.getNowait()]).toEqual([1, 2]);
    expect(() => queue.getNowait()).toThrow(QueueEmpty);
  });

  test("makes a putter wait for room and a getter wait for items", async () => {
    const queue = new Queue<number>(1);
    function* producer(): Coroutine<void> {
      for (let i = 0; i < 5; i++) {
        yield* queue.put(i);
      }
    }
    function* main(): Coroutine<number[]> {
      createTask(producer());
      const items: number[] = [];
      for (let i = 0; i < 5; i++) {
        items.push(yield* queue.get());
      }
      return items;
    }
    expect(await runVirtual(main())).toEqual([0, 1, 2, 3, 4]);
  });

  test("does not lose an item when a waiting getter is cancelled", async () => {
    const queue = new Queue<string>();
    function* main(): Coroutine<string> {
      const first = yield* start(queue.get());
      const second = yield* start(queue.get());
      queue.putNowait("item");
      first.cancel();
      return yield* second;
    }
    expect(await runVirtual(main())).toBe("item");
  });

  test("does not lose room when a waiting putter is cancelled", async () => {
    const queue = new Queue<string>(1);
    function* main(): Coroutine<string> {
      yield* queue.put("first");
      const cancelled = yield* start(queue.put("cancelled"));
      const second = yield* start(queue.put("second"));
      queue.getNowait();
      cancelled.cancel();
      yield* second;
      return queue.getNowait();
    }
    expect(await runVirtual(main())).toBe("second");
  });

  test("is joined when the work on every item is done", async () => {
    const queue = new Queue<number>();
    function* main(): Coroutine<void> {
      queue.putNowait(1);
      const joining = yield* start(queue.join());
      queue.getNowait();
      yield* sleep(1);
      expect(joining.done()).toBe(false);
      queue.taskDone();
      yield* joining;
      expect(() => queue.taskDone()).toThrow("taskDone() called too many times");
    }
    await runVirtual(main());
  });

  test("that is shut down takes nothing more, and gives what it has", async () => {
    const queue = new Queue<number>(1);
    function* main(): Coroutine<void> {
      queue.putNowait(1);
      const putter = yield* start(queue.put(2));
      queue.shutdown();
      yield;
      expect(putter.exception()).toBeInstanceOf(QueueShutDown);
      expect(() => queue.putNowait(3)).toThrow(QueueShutDown);
      expect(yield* queue.get()).toBe(1);
      expect(() => queue.getNowait()).toThrow(QueueShutDown);
    }
    await runVirtual(main());
  });

  test("that is shut down at once drops what it has, and wakes all who wait", async () => {
    const queue = new Queue<number>();
    function* main(): Coroutine<void> {
      queue.putNowait(1);
      const joining = yield* start(queue.join());
      queue.shutdown(true);
      yield* joining;
      const empty = new Queue<number>();
      const getter = yield* start(empty.get());
      empty.shutdown(true);
      yield;
      expect(getter.exception()).toBeInstanceOf(QueueShutDown);
      expect(queue.empty()).toBe(true);
    }
    await runVirtual(main());
  });

  test("takes its size as a number", () => {
    expect(() => new Queue({ maxsize: 1 } as never)).toThrow(
      "Queue takes its maxsize, a number, got an object of Object",
    );
  });
});

test("a priority queue gives out the least item first, tuples element by element", () => {
  const queue = new PriorityQueue<[number, string]>();
  for (const item of [
    [10, "c"],
    [9, "b"],
    [9, "a"],
  ] as [number, string][]) {
    queue.putNowait(item);
  }
  expect([queue.getNowait(), queue.getNowait(), queue.getNowait()]).toEqual([
    [9, "a"],
    [9, "b"],
    [10, "c"],
  ]);
});

test("a priority queue takes an order of its own", () => {
  const queue = new PriorityQueue<number>(0, (a, b) => a > b);
  for (const item of [1, 3, 2]) {
    queue.putNowait(item);
  }
  expect([queue.getNowait(), queue.getNowait(), queue.getNowait()]).toEqual([3, 2, 1]);
});

test("a LIFO queue gives out the newest item first", () => {
  const queue = new LifoQueue<number>();
  for (const item of [1, 2, 3]) {
    queue.putNowait(item);
  }
  expect([queue.getNowait(), queue.qsize()]).toEqual([3, 2]);
});

describe("a priority queue of what has no order", () => {
  const words = "give it a function isBefore(a, b)";
  const same = { priority: 1 };

  test.each([
    ["objects", { priority: 3 }, { priority: 1 }],
    ["the same object twice", same, same],
    ["nothing", null, null],
    ["undefined", undefined, undefined],
    ["NaN", Number.NaN, 1],
    ["text and numbers", "10", 9],
    ["a number and null", 1, null],
    ["arrays and numbers", [1], 1],
    ["symbols", Symbol("a"), Symbol("b")],
    ["functions", () => 1, () => 2],
    ["promises", Promise.resolve(1), Promise.resolve(2)],
    ["objects without a prototype", Object.create(null), Object.create(null)],
    ["tuples that first differ in objects", [1, { a: 1 }], [1, { a: 2 }]],
    ["invalid dates", new Date(Number.NaN), new Date(0)],
  ])("refuses %s", (_, first, second) => {
    const queue = new PriorityQueue<unknown>();
    queue.putNowait(first);
    expect(() => queue.putNowait(second)).toThrow(TypeError);
    expect(() => queue.putNowait(second)).toThrow(words);
  });

  test.each<[string, unknown[], unknown[]]>([
    ["numbers of all sorts", [3, 2n, true, 0.5], [0.5, true, 2n, 3]],
    ["dates", [new Date(2), new Date(1)], [new Date(1), new Date(2)]],
    ["text", ["b", "a", "B"], ["B", "a", "b"]],
    ["tuples of different lengths", [[1, 2], [1], [0, 9]], [[0, 9], [1], [1, 2]]],
    [
      "tuples with the same object",
      [
        [1, same],
        [0, same],
        [1, same],
      ],
      [
        [0, same],
        [1, same],
        [1, same],
      ],
    ],
    [
      "tuples with nothing",
      [
        [1, null],
        [1, null],
      ],
      [
        [1, null],
        [1, null],
      ],
    ],
    [
      "nested tuples",
      [
        [[2, "a"], 1],
        [[1, "b"], 2],
        [[1, "b"], 1],
      ],
      [
        [[1, "b"], 1],
        [[1, "b"], 2],
        [[2, "a"], 1],
      ],
    ],
  ])("but takes %s", (_, items, ordered) => {
    const queue = new PriorityQueue<unknown>();
    for (const item of items) {
      queue.putNowait(item);
    }
    expect(items.map(() => queue.getNowait())).toEqual(ordered);
  });

  test("and loses and doubles none of them, as in CPython", () => {
    const queue = new PriorityQueue<unknown>();
    const put = [3, 1, 2, "x", 0].map((item) => {
      try {
        queue.putNowait(item);
        return "ok";
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(put).toEqual(["ok", "ok", "ok", "TypeError", "ok"]);
    expect(queue.qsize()).toBe(5);
    const got = put.map(() => {
      try {
        return queue.getNowait();
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(got).toEqual(["TypeError", "TypeError", "TypeError", "x", 2]);
  });
});
