import { describe, expect, test, vi } from "vitest";
import {
  type Awaitable,
  Barrier,
  Condition,
  type Coroutine,
  createTask,
  Event,
  Handle,
  Lock,
  Queue,
  Semaphore,
  shield,
  sleep,
  type Task,
  wait,
} from "../../index.ts";
import { type Linked, LinkedList } from "../../structures/linked-list.ts";
import { runVirtual } from "../virtual-time.ts";

/** So many that what looks at all of them for each one that leaves takes half a minute, and what does not a moment. */
const many = 20_000;
const patienceMs = 20_000;

/** Places where tasks wait in line, each as a function that makes one and answers with how one waits there. */
const places: Record<string, () => Coroutine<() => Awaitable<unknown>>> = {
  *"a lock"() {
    const lock = new Lock();
    yield* lock.acquire();
    return () => lock.acquire();
  },
  *"a semaphore"() {
    const semaphore = new Semaphore();
    yield* semaphore.acquire();
    return () => semaphore.acquire();
  },
  *"an event"() {
    const event = new Event();
    return () => event.wait();
  },
  *"a condition"() {
    const condition = new Condition();
    return () => condition.with(() => condition.wait());
  },
  *"a barrier"() {
    const barrier = new Barrier(2 * many);
    return () => barrier.wait();
  },
  *"an empty queue"() {
    const queue = new Queue();
    return () => queue.get();
  },
  *"a full queue"() {
    const queue = new Queue(1);
    yield* queue.put(1);
    return () => queue.put(2);
  },
  *"a queue to be finished"() {
    const queue = new Queue();
    yield* queue.put(1);
    return () => queue.join();
  },
};

/** Ways to wait for a task that others wait for as well. */
const sharings: Record<string, (task: Task<void>) => Awaitable<unknown>> = {
  wait: (task) => wait([task]),
  shield,
};

function* waitAt(wait: () => Awaitable<unknown>): Coroutine<void> {
  yield* wait();
}

describe("many waiters that are cancelled in any order leave one by one", { timeout: patienceMs }, () => {
  test.each(Object.entries(places))("%s", async (_, make) => {
    function* main(): Coroutine<number> {
      const place = yield* make();
      const tasks = Array.from({ length: many }, () => createTask(waitAt(place)));
      yield* sleep(1);
      // From both ends of the second half, then the first half from its end.
      const [front, back] = [tasks.slice(0, many / 2), tasks.slice(many / 2)];
      for (const task of [
        ...back.filter((_, i) => i % 2),
        ...back.filter((_, i) => !(i % 2)),
        ...front.reverse(),
      ]) {
        task.cancel();
      }
      yield* wait(tasks);
      return tasks.filter((task) => task.cancelled()).length;
    }
    expect(await runVirtual(main())).toBe(many);
  });

  test("and those whom a free semaphore does not need are looked at once", async () => {
    function* main(): Coroutine<boolean> {
      const semaphore = new Semaphore();
      yield* semaphore.acquire();
      const tasks = Array.from({ length: many }, () => createTask(semaphore.acquire()));
      yield* sleep(1);
      for (const task of tasks) {
        task.cancel();
      }
      semaphore.release();
      yield* wait(tasks);
      return semaphore.locked();
    }
    expect(await runVirtual(main())).toBe(false);
  });
});

describe("many waiters are woken one by one", { timeout: patienceMs }, () => {
  test("by a condition", async () => {
    const order: number[] = [];
    const condition = new Condition();
    function* waitInTurn(n: number): Coroutine<void> {
      yield* condition.with(() => condition.wait());
      order.push(n);
    }
    function* main(): Coroutine<void> {
      const tasks = Array.from({ length: many }, (_, n) => createTask(waitInTurn(n)));
      yield* sleep(1);
      yield* condition.with(function* () {
        for (const _ of tasks) {
          condition.notify();
        }
      });
      yield* wait(tasks);
    }
    await runVirtual(main());
    expect(order).toEqual(Array.from({ length: many }, (_, n) => n));
  });

  test("by a semaphore", async () => {
    function* main(): Coroutine<number> {
      const semaphore = new Semaphore(0);
      const tasks = Array.from({ length: many }, () => createTask(semaphore.acquire()));
      yield* sleep(1);
      for (const _ of tasks) {
        semaphore.release();
      }
      yield* wait(tasks);
      return tasks.filter((task) => task.done()).length;
    }
    expect(await runVirtual(main())).toBe(many);
  });
});

describe("among many who wait for one task", () => {
  test.each(Object.entries(sharings))("who leaves %s() is not searched for", async (_, share) => {
    const search = vi.spyOn(Handle.prototype, "calls");
    function* main(): Coroutine<number> {
      const task = createTask(sleep(2));
      const waiting = Array.from({ length: 10 }, () => createTask(waitAt(() => share(task))));
      yield* sleep(1);
      for (const each of waiting.slice(1)) {
        each.cancel();
      }
      yield* wait(waiting);
      return waiting.filter((each) => each.cancelled()).length;
    }
    expect(await runVirtual(main())).toBe(9);
    expect(search).not.toHaveBeenCalled();
    search.mockRestore();
  });
});

describe("a linked list", () => {
  /** Counts how often its neighbours are set. */
  class Item implements Linked {
    static changes = 0;
    #older: Linked | undefined;
    #newer: Linked | undefined;
    get older() {
      return this.#older;
    }
    set older(item: Linked | undefined) {
      this.#older = item;
      Item.changes++;
    }
    get newer() {
      return this.#newer;
    }
    set newer(item: Linked | undefined) {
      this.#newer = item;
      Item.changes++;
    }
  }

  test("gives out an item without a touch to others than its neighbours", () => {
    const list = new LinkedList<Item>();
    const items = Array.from({ length: 1000 }, () => new Item());
    for (const item of items) {
      list.add(item);
    }
    Item.changes = 0;
    list.delete(items[500] as Item);
    expect(Item.changes).toBe(4);
    expect([...list]).toEqual(items.filter((_, i) => i !== 500));
  });

  test("gives out an item only once", () => {
    const list = new LinkedList<Item>();
    const [first, second, third] = [new Item(), new Item(), new Item()];
    for (const item of [first, second, third]) {
      list.add(item);
    }
    list.delete(first);
    list.delete(first);
    list.delete(third);
    list.delete(third);
    expect([...list]).toEqual([second]);
    expect(list.first).toBe(second);
    list.delete(second);
    list.delete(second);
    expect([...list]).toEqual([]);
    expect(list.first).toBe(undefined);
    list.add(first);
    expect([...list]).toEqual([first]);
  });
});
