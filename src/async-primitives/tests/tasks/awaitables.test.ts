import { describe, expect, test } from "vitest";
import { Job } from "../../executors/job.ts";
import {
  type Awaitable,
  aclosing,
  asCompleted,
  asyncFor,
  Barrier,
  CancelledError,
  Condition,
  type Coroutine,
  createTask,
  ensureFuture,
  exceptStar,
  fromAsyncIterable,
  gather,
  getRunningLoop,
  Lock,
  Pool,
  RuntimeError,
  Semaphore,
  shield,
  sleep,
  type Task,
  ThreadPoolExecutor,
  taskGroup,
  timeout,
  timeoutAt,
  wait,
  waitFor,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";

/** Waits for a future that is never done. */
function onlyNext(): Awaitable<number> {
  const waiting = getRunningLoop().createFuture<number>()[Symbol.iterator]();
  return { [Symbol.iterator]: () => ({ next: () => waiting.next() }) };
}

/** What a reader may write: Python's class with `__await__`. */
class Later<T> implements Awaitable<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  *[Symbol.iterator](): Coroutine<T> {
    yield* sleep(1);
    return this.#value;
  }
}

function doneJob<T>(value: T): Job<T> {
  const job = new Job<T>();
  job.finish(value);
  return job;
}

function* naps(): Generator<Coroutine<string>> {
  yield sleep(2, "long");
  yield sleep(1, "short");
}

describe("gather", () => {
  test("takes awaitables of one's own, one or several, and beside others", async () => {
    function* main(): Coroutine<unknown> {
      return [
        yield* gather(new Later(4)),
        yield* gather(new Later(4), new Later(9)),
        yield* gather(new Later(4), sleep(2, "slept"), createTask(sleep(1, "task"))),
        yield* gather([new Later(4), new Later(9)], { returnExceptions: true }),
      ];
    }
    expect(await runVirtual(main())).toEqual([[4], [4, 9], [4, "slept", "task"], [4, 9]]);
  });

  test("takes jobs, done or not, first or later", async () => {
    function* main(): Coroutine<unknown> {
      const later = new Job<number>();
      getRunningLoop().callLater(1, () => later.finish(2));
      return [
        yield* gather(doneJob(1), sleep(1, "slept")),
        yield* gather(later, doneJob(1)),
        yield* gather(doneJob(1)),
      ];
    }
    expect(await runVirtual(main())).toEqual([[1, "slept"], [2, 1], [1]]);
  });

  test("takes sets, the values of a map and other iterators as lists", async () => {
    function* main(): Coroutine<unknown> {
      const byName = new Map([["a", sleep(1, "a")]]);
      const jobs = [doneJob(1), doneJob(2)];
      return [
        yield* gather(new Set([sleep(2, "x"), sleep(1, "y")])),
        yield* gather(byName.values()),
        yield* gather(jobs[Symbol.iterator]()),
      ];
    }
    expect(await runVirtual(main())).toEqual([["x", "y"], ["a"], [1, 2]]);
  });

  test.each([
    [null, /required, got null/],
    [5, /required, got .*5/],
    ["x", /required, got the string "x"/],
    [Promise.resolve(1), /fromPromise/],
    [new Map([["a", 1]]), /required, got an array/],
    [[[sleep(1)]], /required, got an array/],
    [naps(), /yielded a coroutine: .*gather\(...all\)`, not `gather\(all\)`/],
  ])("says what it takes when it is given %s", async (wrong, message) => {
    function* main(): Coroutine<void> {
      yield* gather(wrong as never);
    }
    await expect(runVirtual(main())).rejects.toThrow(message);
  });
});

function* answer(): Coroutine<number> {
  return 42;
}

describe("wait and asCompleted", () => {
  test("take a generator of awaitables", async () => {
    function* main(): Coroutine<unknown> {
      const tasks = function* (): Generator<Task<string>> {
        for (const name of ["a", "b"]) {
          yield createTask(sleep(1, name));
        }
      };
      const [done] = yield* wait(tasks());
      const results: string[] = [];
      for (const next of asCompleted(tasks())) {
        results.push(yield* next);
      }
      return [[...done].map((task) => task.result()), results];
    }
    expect(await runVirtual(main())).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  test("take the coroutines that a generator yields", async () => {
    function* main(): Coroutine<string[]> {
      const results: string[] = [];
      for (const next of asCompleted(naps())) {
        results.push(yield* next);
      }
      return results;
    }
    expect(await runVirtual(main())).toEqual(["short", "long"]);
  });

  const lone = {
    "a coroutine": () => sleep(1),
    "a coroutine that yields nothing, but returns something": () => answer(),
    "an awaitable of one's own": () => new Later(1),
    "a task": () => createTask(sleep(1)),
    "a job": () => doneJob(1),
    "a promise": () => Promise.resolve(1),
    "a number": () => 5,
    null: () => null,
  };
  test.each(Object.entries(lone))("refuse %s in the place of a list", async (_, make) => {
    function* main(): Coroutine<unknown[]> {
      const refused: unknown[] = [];
      for (const take of [(it: never) => wait(it), (it: never) => [...asCompleted(it)]]) {
        try {
          yield* take(make() as never) as Coroutine<unknown>;
        } catch (error) {
          refused.push(error);
        }
      }
      return refused;
    }
    const refused = await runVirtual(main());
    expect(refused).toHaveLength(2);
    for (const error of refused) {
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toMatch(/takes a list of (tasks or futures|awaitables), got /);
    }
  });
});

describe("an awaitable of one's own", () => {
  test("is taken wherever something is awaited", async () => {
    function* main(): Coroutine<unknown> {
      return [
        yield* new Later(1),
        yield* waitFor(new Later(2), 5),
        yield* shield(new Later(3)),
        yield* ensureFuture(new Later(4)),
        yield* timeout(5, () => new Later(5)),
        yield* taskGroup(() => new Later(6)),
        yield* new Lock().with(() => new Later(7)),
        yield* wait([ensureFuture(new Later(8))]),
      ].slice(0, -1);
    }
    expect(await runVirtual(main())).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("ends where it is cancelled if its iterator has no throw(), as in Python", async () => {
    function* main(): Coroutine<string[]> {
      const forms: (() => Awaitable<number>)[] = [
        () => ensureFuture(onlyNext()),
        () => timeout(60, onlyNext),
        () => taskGroup(onlyNext),
        () => waitFor(onlyNext(), 60),
      ];
      const outcomes: string[] = [];
      for (const form of forms) {
        const task = ensureFuture(form());
        yield* sleep(1);
        task.cancel("stop");
        yield* wait([task]);
        outcomes.push(task.cancelled() ? "cancelled" : String(task.exception()));
      }
      return outcomes;
    }
    expect(await runVirtual(main())).toEqual(["cancelled", "cancelled", "cancelled", "cancelled"]);
  });

  test("is closed with the coroutine that awaits it", async () => {
    let closed = 0;
    function* main(): Coroutine<void> {
      const { next } = onlyNext()[Symbol.iterator]();
      const close = () => ({ done: true as const, value: ++closed });
      const scope = timeout(60, () => ({ [Symbol.iterator]: () => ({ next, return: close }) }));
      scope.next();
      scope.return(0);
      yield;
    }
    await runVirtual(main());
    expect(closed).toBe(1);
  });

  test("is no coroutine, and the error names what makes a task of it", async () => {
    function* main(): Coroutine<string[]> {
      const messages: string[] = [];
      for (const given of [new Later(1), doneJob(1), createTask(sleep(1))]) {
        for (const take of [createTask, (it: never) => wait([it])]) {
          try {
            yield* take(given as never) as Awaitable<unknown>;
          } catch (error) {
            messages.push(String(error));
          }
        }
      }
      return messages;
    }
    expect(await runVirtual(main())).toEqual([
      "TypeError: A task takes a coroutine, got an object of Later: give it to ensureFuture()",
      "TypeError: wait() takes tasks or futures, got an object of Later: make it one with ensureFuture()",
      "TypeError: A task takes a coroutine, got an object of Job: give it to ensureFuture()",
      "TypeError: wait() takes tasks or futures, got an object of Job: make it one with ensureFuture()",
      "TypeError: A task takes a coroutine, got an object of Task: give it to ensureFuture()",
    ]);
  });
});

describe("what cannot be awaited", () => {
  const wrong = {
    "the promise": [Promise.resolve(1), "a promise: bring it in with fromPromise(promise)"],
    "the list": [[sleep(1)], "an array"],
    "the set": [new Set(), "an object of Set"],
    "the function": [main, "the generator function 'main': call it, as in main()"],
    "the async function": [async () => {}, "the async function '(anonymous)'"],
    "the asynchronous generator": [(async function* () {})(), "an object of AsyncGenerator"],
    "the number": [5, "5"],
    null: [null, "null"],
  } as const;

  function* main(): Coroutine<void> {}

  test.each(Object.entries(wrong))("is refused by every door: %s", async (_, [value, described]) => {
    function* offer(): Coroutine<unknown[]> {
      const messages = new Set<unknown>();
      for (const take of [
        (it: never) => waitFor(it, 1),
        (it: never) => waitFor(it, 0),
        (it: never) => waitFor(it, null),
        (it: never) => shield(it),
        (it: never) => ensureFuture(it),
        (it: never) => gather(sleep(1), it),
        (it: never) => asCompleted([it]).next().value as Coroutine<unknown>,
      ]) {
        try {
          yield* take(value as never);
        } catch (error) {
          messages.add(String(error));
        }
      }
      return [...messages];
    }
    expect(await runVirtual(offer())).toEqual([
      `TypeError: A coroutine, a Future or a Task is required, got ${described}`,
    ]);
  });
});

describe("a block", () => {
  async function* numbers(): AsyncGenerator<number> {
    yield 1;
  }

  const doors: Record<string, (block: never) => Coroutine<unknown>> = {
    timeout: (block) => timeout(5, block),
    timeoutAt: (block) => timeoutAt(5, block),
    taskGroup: (block) => taskGroup(block),
    exceptStar: (block) => exceptStar(block),
    "Lock.with": (block) => new Lock().with(block),
    "Condition.with": (block) => new Condition().with(block),
    "Semaphore.with": (block) => new Semaphore(1).with(block),
    "Barrier.with": (block) => new Barrier(1).with(block),
    "Pool.with": (block) => new Pool(1).with(block),
    "ThreadPoolExecutor.with": (block) => new ThreadPoolExecutor().with(block),
    asyncFor: (block) =>
      asyncFor(
        fromAsyncIterable(() => numbers()),
        block,
      ),
    aclosing: (block) => aclosing({ aclose: () => sleep(0) }, block),
  };

  test.each(Object.keys(doors))("of %s is a function whose answer can be awaited", async (name) => {
    const refusal = async (block: unknown): Promise<string> => {
      try {
        return `no refusal, but ${await runVirtual(doors[name]?.(block as never) as Coroutine<unknown>)}`;
      } catch (error) {
        const [first = error] = (error as Partial<AggregateError>).errors ?? [];
        return String(first);
      }
    };
    const takes = /^TypeError: .* takes a generator function, as in function\* \(\w*\) \{ \.\.\. \}, got /;
    for (const block of [
      async () => {},
      async () => Promise.reject(new Error("unheard")),
      undefined,
      sleep(1),
    ]) {
      expect(await refusal(block)).toMatch(takes);
    }
    expect(await refusal(async () => {})).toContain("got the async function");
    expect(await refusal(() => Promise.reject(new Error("unheard")))).toContain(
      "got a function that answers with a promise: bring it in with fromPromise(promise)",
    );
    expect(await refusal(() => 5)).toMatch(takes);
    expect(await refusal(() => ensureFuture(sleep(1)))).toMatch(/^no refusal/);
  });
});

describe("a coroutine is awaited once", () => {
  function* work(): Coroutine<number> {
    yield* sleep(1);
    return 42;
  }

  function* refusalOf(make: () => Awaitable<unknown>): Coroutine<string> {
    try {
      return `no refusal, but ${yield* make()}`;
    } catch (error) {
      expect(error).toBeInstanceOf(RuntimeError);
      return String(error);
    }
  }

  const again: Record<string, (used: Coroutine<number>) => Awaitable<unknown>> = {
    "await it": (used) => used,
    "give it to a task": (used) => createTask(used),
    "give it to waitFor": (used) => waitFor(used, 5),
    "give it to gather": (used) => gather(used),
    "shield it": (used) => shield(used),
    "make it a future": (used) => ensureFuture(used),
  };

  test.each(Object.entries(again))("%s when a task has run it", async (_, use) => {
    function* main(): Coroutine<string> {
      const coroutine = work();
      yield* createTask(coroutine);
      return yield* refusalOf(() => use(coroutine));
    }
    expect(await runVirtual(main())).toMatch(/cannot reuse/);
  });

  test.each(Object.entries(again))("%s while a task runs it: that task goes on", async (_, use) => {
    function* main(): Coroutine<unknown> {
      const coroutine = work();
      const owner = createTask(coroutine);
      yield* sleep(0);
      return [yield* refusalOf(() => use(coroutine)), yield* owner];
    }
    expect(await runVirtual(main())).toEqual([expect.stringMatching(/cannot reuse|awaited already/), 42]);
  });

  test("a second task fails, also when it is cancelled, and the first goes on", async () => {
    function* main(): Coroutine<unknown> {
      const coroutine = work();
      const first = createTask(coroutine);
      const second = createTask(coroutine);
      const third = createTask(coroutine);
      third.cancel();
      return yield* gather([first, second, third], { returnExceptions: true });
    }
    expect(await runVirtual(main())).toEqual([42, expect.any(RuntimeError), expect.any(RuntimeError)]);
  });

  test("a task that awaits what another awaits fails, and the other goes on, also when it is cancelled", async () => {
    function* waiter(inner: Coroutine<number>): Coroutine<number> {
      return yield* inner;
    }
    function* main(): Coroutine<unknown> {
      const inner = work();
      const first = createTask(waiter(inner));
      const second = createTask(waiter(inner));
      const outcomes = yield* gather([first, second], { returnExceptions: true });
      const cancelled = work();
      const third = createTask(waiter(cancelled));
      const fourth = createTask(waiter(cancelled));
      yield* sleep(0);
      third.cancel();
      return [outcomes, yield* gather([third, fourth], { returnExceptions: true })];
    }
    const refused = new RuntimeError("coroutine is being awaited already: await its task");
    expect(await runVirtual(main())).toEqual([
      [42, refused],
      [expect.any(CancelledError), refused],
    ]);
  });

  test("waitFor of one coroutine, twice", async () => {
    function* main(): Coroutine<unknown> {
      const coroutine = work();
      return [yield* waitFor(coroutine, 5), yield* refusalOf(() => waitFor(coroutine, 5))];
    }
    expect(await runVirtual(main())).toEqual([42, expect.stringMatching(/cannot reuse/)]);
  });

  test("a group's task of a coroutine that is awaited elsewhere fails, and the group with it", async () => {
    function* main(): Coroutine<unknown> {
      const coroutine = work();
      const owner = createTask(coroutine);
      let failed = "no refusal";
      try {
        yield* taskGroup(function* (group) {
          group.createTask(coroutine);
        });
      } catch (error) {
        failed = String((error as AggregateError).errors[0]);
      }
      return [failed, yield* owner];
    }
    expect(await runVirtual(main())).toEqual([expect.stringMatching(/cannot reuse/), 42]);
  });
});
