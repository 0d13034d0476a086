import { attached } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { checkPlainFunction } from "../errors/check-plain-function.ts";
import { checkType } from "../errors/check-type.ts";
import { QueueEmpty, QueueFull, QueueShutDown } from "../errors/queue-errors.ts";
import { BinaryHeap } from "../structures/binary-heap.ts";
import { Deque } from "../structures/deque.ts";
import { Event } from "./event.ts";
import { LoopBound } from "./loop-bound.ts";
import { isLess } from "./natural-order.ts";
import { Waiters } from "./waiters.ts";

/**
 * Where a queue keeps its items, and the order in which they leave.
 *
 * @group Queues
 */
export interface Items<T> {
  readonly size: number;
  push(item: T): void;
  shift(): T | undefined;
}

/**
 * Hands items from producers to consumers, first in, first out. A queue with a size holds fast producers back to the
 * pace of slow consumers (back-pressure).
 *
 * @group Queues
 * @see Python's `asyncio.Queue`
 * @example
 * const orders = new Queue<string>(1);
 *
 * function* waiter(): Coroutine<void> {
 *   for (const dish of ["soup", "bread"]) yield* orders.put(dish);
 *   orders.shutdown();
 * }
 *
 * function* cook(): Coroutine<void> {
 *   try {
 *     while (true) console.log(yield* orders.get()); // soup, bread
 *   } catch (error) {
 *     if (!(error instanceof QueueShutDown)) throw error;
 *   }
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* gather(waiter(), cook());
 * }
 *
 * await run(main());
 */
export class Queue<T> extends LoopBound {
  readonly #maxsize: number;
  readonly #items: Items<T>;
  /** Who is woken looks again when it runs: the item or the room is not kept for it. */
  readonly #getters = new Waiters();
  readonly #putters = new Waiters();
  readonly #finished = new Event();
  #unfinished = 0;
  #isShutDown = false;

  /**
   * @param maxsize How many items fit in; 0 or less means any number.
   * @param items Where the items are kept.
   * @throws TypeError when the size is not a number.
   */
  constructor(maxsize = 0, items: Items<T> = new Deque<T>()) {
    super();
    checkType(maxsize, "number", `${this.constructor.name} takes its maxsize, a number`);
    checkMethods(items, ["push", "shift"], "Queue takes a store of items");
    this.#maxsize = maxsize;
    this.#items = items;
    this.#finished.set();
  }

  /** How many items fit in; 0 or less means any number. */
  get maxsize(): number {
    return this.#maxsize;
  }

  /** How many items are in it. */
  qsize(): number {
    return attached(this).#items.size;
  }

  /** Whether there is nothing to take. */
  empty(): boolean {
    return attached(this).#items.size === 0;
  }

  /** Whether there is no room. */
  full(): boolean {
    return attached(this).#maxsize > 0 && this.#items.size >= this.#maxsize;
  }

  /**
   * Puts an item in, and waits for room if there is none.
   *
   * @throws QueueShutDown when the queue is shut down.
   */
  *put(item: T): Coroutine<void> {
    while (attached(this).full()) {
      if (this.#isShutDown) {
        throw shutDown();
      }
      const putter = this.#putters.enqueue(this.createWaiter("put"));
      try {
        yield* putter.future;
      } catch (error) {
        putter.future.cancel();
        this.#putters.delete(putter);
        if (!this.full() && !putter.future.cancelled()) {
          this.#putters.wakeNext();
        }
        throw error;
      }
    }
    this.putNowait(item);
  }

  /**
   * Puts an item in.
   *
   * @throws QueueFull when there is no room.
   * @throws QueueShutDown when the queue is shut down.
   */
  putNowait(item: T): void {
    if (attached(this).#isShutDown) {
      throw shutDown();
    }
    if (this.full()) {
      throw new QueueFull(`The queue has no room: it holds ${this.#maxsize}. Wait with put()`);
    }
    this.#items.push(item);
    this.#unfinished++;
    this.#finished.clear();
    this.#getters.wakeNext();
  }

  /**
   * Takes an item out, and waits for one if there is none.
   *
   * @throws QueueShutDown when the queue is shut down and empty.
   */
  *get(): Coroutine<T> {
    while (attached(this).empty()) {
      if (this.#isShutDown) {
        throw shutDown();
      }
      const getter = this.#getters.enqueue(this.createWaiter("get"));
      try {
        yield* getter.future;
      } catch (error) {
        getter.future.cancel();
        this.#getters.delete(getter);
        if (!this.empty() && !getter.future.cancelled()) {
          this.#getters.wakeNext();
        }
        throw error;
      }
    }
    return this.getNowait();
  }

  /**
   * Takes an item out.
   *
   * @throws QueueEmpty when there is none.
   * @throws QueueShutDown when the queue is shut down and empty.
   */
  getNowait(): T {
    if (attached(this).empty()) {
      if (this.#isShutDown) {
        throw shutDown();
      }
      throw new QueueEmpty("The queue is empty: wait with get()");
    }
    const item = this.#items.shift() as T;
    this.#putters.wakeNext();
    return item;
  }

  /**
   * Says that the work on one item is done, for those who wait in `join()`.
   *
   * @throws RangeError when it is called more often than items were put in.
   */
  taskDone(): void {
    if (attached(this).#unfinished <= 0) {
      throw new RangeError("taskDone() called too many times: call it once for each item taken");
    }
    if (--this.#unfinished === 0) {
      this.#finished.set();
    }
  }

  /** Waits until `taskDone()` was called for every item that was put in. */
  *join(): Coroutine<void> {
    if (attached(this).#unfinished > 0) {
      yield* this.#finished.wait();
    }
  }

  /**
   * Ends it: `put()` fails from now on, `get()` once it is empty.
   *
   * @param immediate Drops the items that are left, and counts them as done.
   */
  shutdown(immediate = false): void {
    attached(this).#isShutDown = true;
    if (immediate) {
      this.#drop();
    }
    for (const waiters of [this.#getters, this.#putters]) {
      while (waiters.wakeNext()) {}
    }
  }

  #drop(): void {
    while (!this.empty()) {
      this.#items.shift();
      if (this.#unfinished > 0) {
        this.#unfinished--;
      }
    }
    if (this.#unfinished === 0) {
      this.#finished.set();
    }
  }
}

function shutDown(): QueueShutDown {
  return new QueueShutDown("The queue was shut down");
}

/**
 * A queue that gives out the least item first. Items are compared with `<`, arrays element by element, so that
 * `[priority, data]` works as a tuple does in Python. Putting or taking throws a TypeError when two items have no order,
 * such as two objects of the same priority.
 *
 * @group Queues
 * @see Python's `asyncio.PriorityQueue`
 * @example
 * const todo = new PriorityQueue<[number, string]>();
 * todo.putNowait([10, "sleep"]);
 * todo.putNowait([9, "eat"]);
 * console.log(todo.getNowait()[1]); // eat
 */
export class PriorityQueue<T> extends Queue<T> {
  /** @param isBefore Whether one item leaves before another, where `<` cannot say. */
  constructor(maxsize = 0, isBefore: (a: T, b: T) => boolean = isLess) {
    checkPlainFunction(isBefore, "PriorityQueue takes what orders its items");
    const heap = new BinaryHeap(isBefore);
    super(maxsize, {
      get size() {
        return heap.size;
      },
      push: (item) => heap.push(item),
      shift: () => heap.pop(),
    });
  }
}

/**
 * A queue that gives out the newest item first.
 *
 * @group Queues
 * @see Python's `asyncio.LifoQueue`
 * @example
 * const plates = new LifoQueue<string>();
 * plates.putNowait("first");
 * plates.putNowait("second");
 * console.log(plates.getNowait()); // second
 */
export class LifoQueue<T> extends Queue<T> {
  constructor(maxsize = 0) {
    const stack: T[] = [];
    super(maxsize, {
      get size() {
        return stack.length;
      },
      push: (item) => void stack.push(item),
      shift: () => stack.pop(),
    });
  }
}
