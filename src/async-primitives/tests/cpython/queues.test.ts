import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  Event,
  getRunningLoop,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  sleep,
  TimeoutError,
  taskGroup,
  waitFor,
} from "../../index.ts";
import { start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

const kinds: [string, new <T>(maxsize?: number) => Queue<T>][] = [
  ["Queue", Queue],
  ["LifoQueue", LifoQueue],
  ["PriorityQueue", PriorityQueue],
];

describe("a queue", () => {
  // test_queues.QueueBasicTests.test_empty
  loopTest("is empty until an item comes and again once it has left", function* () {
    const queue = new Queue<number>();
    expect(queue.empty()).toBe(true);
    yield* queue.put(1);
    expect(queue.empty()).toBe(false);
    expect(yield* queue.get()).toBe(1);
    expect(queue.empty()).toBe(true);
  });

  // test_queues.QueueBasicTests.test_full
  loopTest("is full when it holds as many items as its size, and never without a size", function* () {
    const endless = new Queue<number>();
    const small = new Queue<number>(1);
    yield* endless.put(1);
    yield* small.put(1);
    expect(endless.full()).toBe(false);
    expect(small.full()).toBe(true);
  });

  // test_queues.QueueBasicTests.test_order
  loopTest("gives items out in the order in which they came", function* () {
    const queue = new Queue<number>();
    for (const item of [1, 3, 2]) {
      yield* queue.put(item);
    }
    expect([yield* queue.get(), yield* queue.get(), yield* queue.get()]).toEqual([1, 3, 2]);
  });

  // test_queues.LifoQueueTests.test_order
  loopTest("gives the newest item out first when it is a LifoQueue", function* () {
    const queue = new LifoQueue<number>();
    for (const item of [1, 3, 2]) {
      yield* queue.put(item);
    }
    expect([yield* queue.get(), yield* queue.get(), yield* queue.get()]).toEqual([2, 3, 1]);
  });

  // test_queues.PriorityQueueTests.test_order
  loopTest("gives the least item out first when it is a PriorityQueue", function* () {
    const queue = new PriorityQueue<number>();
    for (const item of [1, 3, 2]) {
      yield* queue.put(item);
    }
    expect([yield* queue.get(), yield* queue.get(), yield* queue.get()]).toEqual([1, 2, 3]);
  });

  // test_queues.QueueBasicTests.test_maxsize
  loopTest("makes a putter wait once it holds as many items as its size", function* () {
    const queue = new Queue<number>(2);
    const put: number[] = [];
    function* putter(): Coroutine<string> {
      for (let item = 0; item < 3; item++) {
        yield* queue.put(item);
        put.push(item);
      }
      return "all in";
    }
    const task = yield* start(putter());
    expect(queue.maxsize).toBe(2);
    expect(put).toEqual([0, 1]);

    expect(yield* queue.get()).toBe(0);
    yield;
    expect(put).toEqual([0, 1, 2]);
    expect([yield* queue.get(), yield* queue.get()]).toEqual([1, 2]);
    expect(task.result()).toBe("all in");
  });

  // test_queues.QueuePutTests.test_float_maxsize
  loopTest("counts a size with a fraction as the next whole number", function* () {
    const queue = new Queue<number>(1.3);
    queue.putNowait(1);
    yield* queue.put(2);
    expect(queue.full()).toBe(true);
    expect(() => queue.putNowait(3)).toThrow(QueueFull);
  });
});

describe("getting an item", () => {
  // test_queues.QueueGetTests.test_blocking_get
  loopTest("does not wait when there is one", function* () {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(yield* queue.get()).toBe(1);
  });

  // test_queues.QueueGetTests.test_get_with_putters
  loopTest("wakes a putter that waits for room", function* () {
    const queue = new Queue<number>(1);
    yield* queue.put(1);
    const putter = yield* start(queue.put(2));
    expect(yield* queue.get()).toBe(1);
    yield;
    expect(putter.done()).toBe(true);
  });

  // test_queues.QueueGetTests.test_blocking_get_wait
  loopTest("waits until one is put in", function* () {
    const queue = new Queue<number>();
    const started = new Event();
    function* getter(): Coroutine<number> {
      started.set();
      return yield* queue.get();
    }
    const task = createTask(getter());
    yield* started.wait();
    expect(task.done()).toBe(false);
    getRunningLoop().callLater(0.01, () => queue.putNowait(1));
    expect(yield* task).toBe(1);
    expect(getRunningLoop().time()).toBe(0.01);
  });

  // test_queues.QueueGetTests.test_nonblocking_get
  test("works without a loop when it need not wait", () => {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(queue.getNowait()).toBe(1);
  });

  // test_queues.QueueGetTests.test_nonblocking_get_exception
  test("fails when there is none and it must not wait", () => {
    expect(() => new Queue().getNowait()).toThrow(QueueEmpty);
  });

  // test_queues.QueueGetTests.test_get_cancelled_race
  loopTest("skips a getter that was cancelled before it", function* () {
    const queue = new Queue<string>();
    const first = createTask(queue.get());
    const second = createTask(queue.get());
    yield;
    first.cancel();
    yield;
    expect(first.done()).toBe(true);
    yield* queue.put("a");
    yield;
    expect(yield* second).toBe("a");
  });

  loopTest("skips a getter that is cancelled in the same moment", function* () {
    const queue = new Queue<string>();
    const first = createTask(queue.get());
    const second = createTask(queue.get());
    yield;
    first.cancel();
    queue.putNowait("a");
    expect(yield* second).toBe("a");
    expect(first.cancelled()).toBe(true);
  });

  // test_queues.QueueGetTests.test_get_with_waiting_putters
  loopTest("takes the items of waiting putters in turn", function* () {
    const queue = new Queue<string>(1);
    createTask(queue.put("a"));
    createTask(queue.put("b"));
    expect([yield* queue.get(), yield* queue.get()]).toEqual(["a", "b"]);
  });

  // test_queues.QueueGetTests.test_why_are_getters_waiting
  loopTest("never gets stuck when maker and user take turns at a queue of one", function* () {
    const queue = new Queue<number>(1);
    const got: number[] = [];
    function* producer(): Coroutine<void> {
      for (let item = 0; item < 5; item++) {
        yield* queue.put(item);
      }
    }
    function* consumer(): Coroutine<void> {
      for (let i = 0; i < 5; i++) {
        got.push(yield* queue.get());
      }
    }
    yield* taskGroup(function* (group) {
      group.createTask(producer());
      group.createTask(consumer());
    });
    expect(got).toEqual([0, 1, 2, 3, 4]);
  });

  // test_queues.QueueGetTests.test_cancelled_getters_not_being_held_in_self_getters
  loopTest("leaves the line of getters when it times out", function* () {
    const queue = new Queue<number>(5);
    expect(yield* thrownBy(waitFor(queue.get(), 0.1))).toBeInstanceOf(TimeoutError);
    const next = yield* start(queue.get());
    queue.putNowait(1);
    expect(yield* next).toBe(1);
  });

  // test_queues.QueuePutTests.test_get_cancel_drop_one_pending_reader
  loopTest("does not lose an item when a waiting getter is cancelled", function* () {
    const queue = new Queue<number>();
    const reader = yield* start(queue.get());
    queue.putNowait(1);
    queue.putNowait(2);
    reader.cancel();
    expect(yield* thrownBy(reader)).toBeInstanceOf(CancelledError);
    expect(yield* queue.get()).toBe(1);
  });

  // test_queues.QueuePutTests.test_get_cancel_drop_many_pending_readers
  loopTest("passes the item of a cancelled getter on to the others", function* () {
    const queue = new Queue<number>();
    const readers = [createTask(queue.get()), createTask(queue.get()), createTask(queue.get())] as const;
    yield;
    queue.putNowait(1);
    queue.putNowait(2);
    readers[0].cancel();
    expect(yield* thrownBy(readers[0])).toBeInstanceOf(CancelledError);
    expect(new Set([yield* readers[1], yield* readers[2]])).toEqual(new Set([1, 2]));
  });
});

describe("putting an item", () => {
  // test_queues.QueuePutTests.test_blocking_put
  loopTest("does not wait when there is no size", function* () {
    const queue = new Queue<number>();
    yield* queue.put(1);
    expect(yield* queue.get()).toBe(1);
  });

  // test_queues.QueuePutTests.test_blocking_put_wait
  loopTest("waits until there is room", function* () {
    const queue = new Queue<number>(1);
    function* putter(): Coroutine<void> {
      yield* queue.put(1);
      yield* queue.put(2);
    }
    getRunningLoop().callLater(0.01, () => queue.getNowait());
    const task = yield* start(putter());
    expect(task.done()).toBe(false);
    yield* task;
    expect(getRunningLoop().time()).toBe(0.01);
  });

  // test_queues.QueuePutTests.test_nonblocking_put
  test("works without a loop when it need not wait", () => {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(queue.qsize()).toBe(1);
  });

  // test_queues.QueuePutTests.test_nonblocking_put_exception
  test("fails when there is no room and it must not wait", () => {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    expect(() => queue.putNowait(2)).toThrow(QueueFull);
  });

  // test_queues.QueuePutTests.test_put_cancel_drop
  loopTest("can be tried again after it was cancelled, and then puts its item once", function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const writer = yield* start(queue.put(2));
    expect(queue.getNowait()).toBe(1);
    writer.cancel();
    expect(yield* thrownBy(writer)).toBeInstanceOf(CancelledError);
    yield* queue.put(2);
    expect(queue.getNowait()).toBe(2);
    expect(queue.qsize()).toBe(0);
  });

  // test_queues.QueuePutTests.test_put_cancelled
  loopTest("ends before the getter that it has woken goes on", function* () {
    const queue = new Queue<number>();
    const putter = createTask(queue.put(1));
    expect(yield* queue.get()).toBe(1);
    expect(putter.done()).toBe(true);
  });

  // test_queues.QueuePutTests.test_put_cancelled_race
  loopTest("skips a putter that was cancelled before it", function* () {
    const queue = new Queue<string>(1);
    const a = createTask(queue.put("a"));
    const b = createTask(queue.put("b"));
    const cancelled = createTask(queue.put("X"));
    yield;
    expect([a.done(), b.done()]).toEqual([true, false]);

    cancelled.cancel();
    yield;
    expect(cancelled.done()).toBe(true);
    expect(queue.getNowait()).toBe("a");
    yield;
    expect(queue.getNowait()).toBe("b");
    yield* b;
  });

  loopTest("passes the room of a cancelled putter on to the next", function* () {
    const queue = new Queue<string>(1);
    queue.putNowait("a");
    const cancelled = createTask(queue.put("X"));
    const next = createTask(queue.put("b"));
    yield;
    expect(queue.getNowait()).toBe("a");
    cancelled.cancel();
    expect(yield* thrownBy(cancelled)).toBeInstanceOf(CancelledError);
    yield* next;
    expect(queue.getNowait()).toBe("b");
  });

  // test_queues.QueuePutTests.test_put_with_waiting_getters
  loopTest("hands its item to a getter that waits", function* () {
    const queue = new Queue<string>();
    const getter = yield* start(queue.get());
    yield* queue.put("a");
    expect(yield* getter).toBe("a");
  });

  // test_queues.QueuePutTests.test_why_are_putters_waiting
  loopTest("wakes as many putters as there is room for", function* () {
    const queue = new Queue<number>(2);
    function* getter(): Coroutine<void> {
      yield* sleep(0);
      for (let left = queue.qsize(); left > 0; left--) {
        queue.getNowait();
      }
    }
    yield* taskGroup(function* (group) {
      group.createTask(getter());
      for (let item = 0; item < 4; item++) {
        group.createTask(queue.put(item));
      }
    });
    expect(queue.qsize()).toBe(2);
  });

  // test_queues.QueuePutTests.test_cancelled_puts_not_being_held_in_self_putters
  loopTest("leaves the line of putters when it is cancelled", function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const cancelled = yield* start(queue.put(2));
    cancelled.cancel();
    expect(yield* thrownBy(cancelled)).toBeInstanceOf(CancelledError);
    const next = yield* start(queue.put(3));
    expect(queue.getNowait()).toBe(1);
    yield* next;
    expect(queue.getNowait()).toBe(3);
  });

  // test_queues.QueuePutTests.test_cancelled_put_silence_value_error_exception
  loopTest("may be cancelled just after it was woken", function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const putter = yield* start(queue.put(2));
    queue.getNowait();
    putter.cancel();
    expect(yield* thrownBy(putter)).toBeInstanceOf(CancelledError);
    expect(queue.empty()).toBe(true);
  });
});

describe.each(kinds)("joining a %s", (_, Kind) => {
  // test_queues._QueueJoinTestMixin.test_task_done_underflow
  test("needs an item for each taskDone()", () => {
    expect(() => new Kind().taskDone()).toThrow(RangeError);
  });

  // test_queues._QueueJoinTestMixin.test_task_done
  loopTest("waits until every item was dealt with", function* () {
    const queue = new Kind<number>();
    for (let item = 0; item < 100; item++) {
      queue.putNowait(item);
    }
    let sum = 0;
    let running = true;
    function* worker(): Coroutine<void> {
      while (running) {
        sum += yield* queue.get();
        queue.taskDone();
      }
    }
    yield* taskGroup(function* (group) {
      group.createTask(worker());
      group.createTask(worker());
      yield* queue.join();
      expect(sum).toBe(4950);
      running = false;
      queue.putNowait(0);
      queue.putNowait(0);
    });
  });

  // test_queues._QueueJoinTestMixin.test_join_empty_queue
  loopTest("does not wait when nothing was put in, however often", function* () {
    const queue = new Kind<number>();
    yield* queue.join();
    yield* queue.join();
  });
});

describe.each(kinds)("shutting down a %s", (_, Kind) => {
  function* expectShutDown(queue: Queue<string>): Coroutine<void> {
    expect(yield* thrownBy(queue.put("late"))).toBeInstanceOf(QueueShutDown);
    expect(() => queue.putNowait("late")).toThrow(QueueShutDown);
    expect(yield* thrownBy(queue.get())).toBeInstanceOf(QueueShutDown);
    expect(() => queue.getNowait()).toThrow(QueueShutDown);
  }

  // test_queues._QueueShutdownTestMixin.test_shutdown_empty
  loopTest("wakes a getter that waits, and refuses all who come later", function* () {
    const queue = new Kind<string>();
    const getter = yield* start(queue.get());
    queue.shutdown();
    expect(queue.qsize()).toBe(0);
    yield* queue.join();
    yield;
    expect(getter.exception()).toBeInstanceOf(QueueShutDown);
    yield* expectShutDown(queue);
  });

  // test_queues._QueueShutdownTestMixin.test_shutdown_nonempty
  loopTest("wakes a putter that waits, and lets the items that are left be taken", function* () {
    const queue = new Kind<string>(1);
    queue.putNowait("data");
    const joiner = createTask(queue.join());
    const putter = yield* start(queue.put("more data"));
    expect(putter.done()).toBe(false);

    queue.shutdown();
    expect(queue.qsize()).toBe(1);
    yield;
    expect(putter.exception()).toBeInstanceOf(QueueShutDown);
    expect(yield* queue.get()).toBe("data");
    yield;
    expect(joiner.done()).toBe(false);
    yield* expectShutDown(queue);

    queue.taskDone();
    yield;
    expect(joiner.done()).toBe(true);
    expect(() => queue.taskDone()).toThrow(RangeError);
  });

  // test_queues._QueueShutdownTestMixin.test_shutdown_immediate
  loopTest("at once drops the items and ends the joining", function* () {
    const queue = new Kind<string>();
    queue.putNowait("data");
    const joiner = yield* start(queue.join());
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);
    yield;
    expect(joiner.done()).toBe(true);
    yield* expectShutDown(queue);
    expect(() => queue.taskDone()).toThrow(RangeError);
  });

  // test_queues._QueueShutdownTestMixin.test_shutdown_immediate_with_unfinished
  loopTest("at once still waits for the item that somebody works on", function* () {
    const queue = new Kind<string>();
    queue.putNowait("data");
    queue.putNowait("data");
    const joiner = yield* start(queue.join());
    expect(yield* queue.get()).toBe("data");
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);
    yield;
    expect(joiner.done()).toBe(false);
    yield* expectShutDown(queue);

    queue.taskDone();
    expect(() => queue.taskDone()).toThrow(RangeError);
    yield;
    expect(joiner.done()).toBe(true);
  });
});
