import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import {
  BrokenExecutor,
  CancelledError,
  type Coroutine,
  createTask,
  type Future,
  gather,
  getRunningLoop,
  InvalidStateError,
  type Job,
  type MappedJobs,
  Pool,
  Runner,
  RuntimeError,
  run,
  sleep,
  ThreadPoolExecutor,
  TimeoutError,
  timeout,
  toThread,
  transfer,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";

const library = fileURLToPath(new URL("../../index.ts", import.meta.url));

function makePool(...args: ConstructorParameters<typeof Pool>): Pool {
  const pool = new Pool(...args);
  onTestFinished(() => pool.terminate());
  return pool;
}

function makeExecutor(...args: ConstructorParameters<typeof ThreadPoolExecutor>): ThreadPoolExecutor {
  const executor = new ThreadPoolExecutor(...args);
  onTestFinished(() => {
    void executor.shutdown({ cancelFutures: true });
  });
  return executor;
}

/** Runs a program of its own, which ends only when nothing keeps it alive. */
async function runProgram(program: string): Promise<string> {
  const source = `import { Pool, ThreadPoolExecutor, toThread, run, sleep } from ${JSON.stringify(library)};\n${program}`;
  return (
    await promisify(execFile)(process.execPath, [
      "--conditions=asyncio-ts-source",
      "--input-type=module",
      "-e",
      source,
    ])
  ).stdout;
}

const square = (n: number) => n * n;

/** Says that it has begun, and a good while later that it is through. */
const saveSlowly = (saved: Int32Array) => {
  Atomics.store(saved, 0, 1);
  Atomics.wait(saved, 1, 0, 100);
  Atomics.store(saved, 1, 1);
};

function* untilBegun(saved: Int32Array): Coroutine<void> {
  while (Atomics.load(saved, 0) === 0) {
    yield* sleep(0.001);
  }
}

/** What a job fails with. */
function failureOf(job: Job<unknown>): Promise<unknown> {
  return job.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

/** Keeps a worker busy until the gate is opened, without a clock. */
function closedGate(): { gate: Int32Array<SharedArrayBuffer>; open(): void } {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  onTestFinished(open);
  function open(): void {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  }
  return { gate, open };
}

const waitAt = (gate: Int32Array): string => {
  Atomics.wait(gate, 0, 0);
  return "through";
};

describe("a function in a worker", () => {
  test("answers with its result", async () => {
    const executor = makeExecutor();
    expect(await executor.submit((a: number, b: string) => b.repeat(a), 3, "ab")).toBe("ababab");
  });

  test("may be declared, async, or a method", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    function declared(n: number): number {
      return n + 1;
    }
    const thing = {
      method(n: number) {
        return n + 2;
      },
      async asynchronous(n: number) {
        return n + 3;
      },
    };
    expect(await executor.submit(declared, 1)).toBe(2);
    expect(await executor.submit(thing.method, 1)).toBe(3);
    expect(await executor.submit(thing.asynchronous, 1)).toBe(4);
  });

  test("runs in another thread", async () => {
    const executor = makeExecutor();
    const { gate, open } = closedGate();
    const job = executor.submit(waitAt, gate);
    open();
    expect(await job).toBe("through");
  });

  test("throws what it throws, with its type, its properties and its cause", async () => {
    const executor = makeExecutor();
    const fail = () => {
      throw Object.assign(new RangeError("too much", { cause: "greed" }), { code: 7 });
    };
    const error = await failureOf(executor.submit(fail));
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({ message: "too much", cause: "greed", code: 7 });
    expect((error as Error).stack).toContain("worker");
  });

  test("keeps the name of an error of its own class, and throws what is no error as it is", async () => {
    const executor = makeExecutor();
    const ownClass = () => {
      class Refusal extends Error {
        override name = "Refusal";
      }
      throw new Refusal("no");
    };
    await expect(executor.submit(ownClass)).rejects.toMatchObject({ name: "Refusal", message: "no" });
    const noError = () => {
      throw { reason: "because" };
    };
    await expect(executor.submit(noError)).rejects.toEqual({ reason: "because" });
  });

  test.each(["undefined", "null"])(
    "that rejects with %s has failed, and the program goes on",
    async (thrown) => {
      const executor = makeExecutor({ maxWorkers: 1 });
      const reject = (text: string) => Promise.reject(text === "null" ? null : undefined);
      const explained = new TypeError(`A job failed with ${thrown}: throw an Error`);
      const pool = makePool(1);
      function* failures(): Coroutine<unknown[]> {
        const list: unknown[] = [];
        const awaitables = [
          toThread(reject, thrown),
          executor.submit(reject, thrown),
          pool.map(reject, [thrown]),
          ...pool.imap(reject, [thrown]),
          ...pool.imapUnordered(reject, [thrown]),
        ];
        for (const awaitable of awaitables) {
          try {
            list.push(yield* awaitable);
          } catch (error) {
            list.push(error);
          }
        }
        return list;
      }
      expect(await run(failures())).toEqual([explained, explained, explained, explained, explained]);
      const job = executor.submit(reject, thrown);
      await expect(job).rejects.toEqual(explained);
      expect(job.exception()).toEqual(explained);
      expect(() => job.result()).toThrow(explained);
    },
  );

  test.each([[0], [""], [false], ["text"]])("that throws %j throws it here", async (thrown) => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const fail = (value: unknown) => {
      throw value;
    };
    await expect(executor.submit(fail, thrown)).rejects.toBe(thrown);
  });

  test("that throws several errors in one throws them all, with their classes, properties and causes", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const fail = () => {
      class Refusal extends Error {
        override name = "Refusal";
      }
      const cause = Object.assign(new RangeError("deep"), { code: 7 });
      throw new AggregateError([new Refusal("no", { cause }), "text", new TypeError("wrong")], "all of them");
    };
    const error = (await failureOf(executor.submit(fail))) as AggregateError;
    expect(error).toBeInstanceOf(AggregateError);
    expect(error.message).toBe("all of them");
    const [refusal, text, wrong] = error.errors;
    expect(refusal).toMatchObject({ name: "Refusal", message: "no" });
    expect(refusal.cause).toBeInstanceOf(RangeError);
    expect(refusal.cause).toMatchObject({ message: "deep", code: 7 });
    expect(text).toBe("text");
    expect(wrong).toBeInstanceOf(TypeError);
    expect(Object.keys(error)).toEqual([]);
  });

  test("that throws what cannot be sent, or even be looked at, fails and leaves its worker whole", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const strange: Record<string, () => never> = {
      function() {
        throw () => 1;
      },
      withoutText() {
        throw Object.assign(Object.create(null), { call: () => 1 });
      },
      ownCause() {
        const error = new Error("circular");
        error.cause = error;
        throw error;
      },
      throwingGetter() {
        throw Object.defineProperty(new Error("hidden"), "message", {
          get() {
            throw new Error("not for you");
          },
        });
      },
      messageOfFunctions() {
        throw Object.assign(new Error("x"), {
          message: () => 1,
          onRetry: () => 1,
          code: 7,
        });
      },
    };
    const failures: unknown[] = [];
    for (const work of Object.values(strange)) {
      failures.push(await failureOf(executor.submit(work)));
    }
    expect(failures).toMatchObject([
      { name: "TypeError", message: expect.stringContaining("cannot be sent: throw an Error") },
      { name: "Error", message: "Something was thrown that cannot even be looked at" },
      { name: "Error", message: "circular" },
      { name: "Error", message: "Something was thrown that cannot even be looked at" },
      { name: "Error", message: "() => 1", code: 7 },
    ]);
    expect(await executor.submit(square, 3)).toBe(9);
  });

  test("that calls itself by the name of a variable is told to have a name", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const fibonacci = (n: number): number => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));
    await expect(executor.submit(fibonacci, 10)).rejects.toThrow(
      /'fibonacci' uses 'fibonacci'.*Give it that name itself, as in function fibonacci\(\) \{ \.\.\. \}/,
    );
    const named = function fibonacci(n: number): number {
      return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    };
    expect(await executor.submit(named, 10)).toBe(55);
  });

  test("may speak to whoever listens to its thread: nobody does, and the job goes on", async () => {
    const initializer = () => {
      Object.assign(globalThis, { ready: true });
    };
    const executor = makeExecutor({ maxWorkers: 1, initializer });
    const speak = async (messages: unknown[]) => {
      const { parentPort } = process.getBuiltinModule("node:worker_threads");
      for (const message of messages) {
        parentPort?.postMessage(message);
      }
      return "through";
    };
    const messages = ["text", null, [1, ["forged"]], { broken: true }, { closing: true }];
    expect(await executor.submit(speak, messages)).toBe("through");
    expect(await executor.submit(square, 3)).toBe(9);
  });

  test("that uses a variable from outside names it, and says what to do", async () => {
    const executor = makeExecutor();
    let limit = 10;
    const reading = (n: number) => n + limit;
    const writing = (n: number) => {
      limit = n;
    };
    await expect(executor.submit(reading, 1)).rejects.toThrow(ReferenceError);
    await expect(executor.submit(reading, 1)).rejects.toThrow(
      /'reading' uses 'limit', which does not exist in the worker.*Pass 'limit' as an argument/,
    );
    await expect(executor.submit(writing, 1)).rejects.toThrow("'writing' uses 'limit'");
    expect(limit).toBe(10);
  });

  test("that has no text of its own is refused", () => {
    const executor = makeExecutor();
    expect(() => executor.submit(Math.sqrt, 2)).toThrow("'sqrt' is bound or built in");
    expect(() => executor.submit(square.bind(null), 2)).toThrow("wrap it");
    expect(() => executor.submit(class Thing {} as never)).toThrow("'Thing' is a class");
    expect(() => executor.submit("text" as never)).toThrow(TypeError);
    function* generate(): Generator<number> {
      yield 1;
    }
    expect(() => executor.submit(generate)).toThrow("'generate' is a generator function");
  });

  test("that returns what cannot be copied names it", async () => {
    const executor = makeExecutor();
    await expect(executor.submit(() => ({ list: [1, { call: () => 1 }] }))).rejects.toThrow(
      "result.list[1].call is a function",
    );
    await expect(executor.submit(() => new WeakMap())).rejects.toThrow("result is a WeakMap");
    expect(await executor.submit(square, 3)).toBe(9);
  });

  test("that is given what cannot be copied names it", async () => {
    const executor = makeExecutor();
    const work = (_: number, options: object) => typeof options;
    await expect(executor.submit(work, 1, { onDone: () => {} })).rejects.toThrow(
      "'work' cannot be sent to a worker: argument 2.onDone is a function",
    );
    expect(await executor.submit(square, 3)).toBe(9);
  });

  test("that leaves behind what fails later is told of, and the next one has another worker", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const told = new Promise<string>((resolve) => {
      const error = vi.spyOn(console, "error").mockImplementation(resolve);
      onTestFinished(() => error.mockRestore());
    });
    const leaving = () => {
      setTimeout(() => {
        throw new Error("late");
      });
      return 1;
    };
    expect(await executor.submit(leaving)).toBe(1);
    expect(await told).toBe("A worker died while it had nothing to do: Error: late");
    expect(await executor.submit(square, 3)).toBe(9);
  });

  test("has its result typed", () => {
    const executor = makeExecutor();
    expectTypeOf(executor.submit(square, 1)).toEqualTypeOf<Job<number>>();
    expectTypeOf(executor.submit(async () => "text")).toEqualTypeOf<Job<string>>();
    expectTypeOf(executor.map((n: number) => `${n}`, [1])).toEqualTypeOf<MappedJobs<string>>();
    // @ts-expect-error: a number is wanted
    void (() => executor.submit(square, "1"));
  });
});

describe("what moves instead of being copied", () => {
  test("is an argument that is marked", async () => {
    const executor = makeExecutor();
    const bytes = new Uint8Array(1_000_000).fill(1);
    expect(await executor.submit((data: Uint8Array) => data.length, transfer(bytes))).toBe(1_000_000);
    expect(bytes.byteLength).toBe(0);
    const copied = new Uint8Array(10);
    expect(await executor.submit((data: Uint8Array) => data.length, copied)).toBe(10);
    expect(copied.byteLength).toBe(10);
  });

  test("is what an object contains, when it is named", async () => {
    const executor = makeExecutor();
    const picture = { width: 2, pixels: new ArrayBuffer(8) };
    const measure = ({ pixels }: { pixels: ArrayBuffer }) => pixels.byteLength;
    expect(await executor.submit(measure, transfer(picture, [picture.pixels]))).toBe(8);
    expect(picture.pixels.byteLength).toBe(0);
    expect(() => transfer({ width: 1 })).toThrow(TypeError);
  });

  test("is a result that is a buffer", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const make = () => {
      const bytes = new Uint8Array(16).fill(7);
      Object.assign(globalThis, { kept: bytes });
      return bytes;
    };
    const look = () => (globalThis as unknown as { kept: Uint8Array }).kept.length;
    expect(await executor.submit(make)).toEqual(new Uint8Array(16).fill(7));
    expect(await executor.submit(look)).toBe(0);
  });
});

describe("ThreadPoolExecutor", () => {
  test("maps in order over one list or several, to the end of the shortest", async () => {
    const executor = makeExecutor({ maxWorkers: 3 });
    expect(await executor.map(square, [1, 2, 3, 4])).toEqual([1, 4, 9, 16]);
    const add = (a: number, b: number) => a + b;
    expect(await executor.map(add, [1, 2, 3], [10, 20])).toEqual([11, 22]);
    expect(await executor.map(square, [])).toEqual([]);
  });

  test("fails a map with the first failure in the order of the items, and takes back what has not begun", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const ran = new Int32Array(new SharedArrayBuffer(4));
    const work = (n: number, count: Int32Array) => {
      Atomics.add(count, 0, 1);
      if (n === 1) {
        throw new Error("no 1");
      }
      return n;
    };
    const map = executor.map(work, [0, 1, 2, 3, 4, 5], Array(6).fill(ran));
    await expect(map).rejects.toThrow("no 1");
    expect(await executor.submit(square, 3)).toBe(9);
    expect(ran[0]).toBeLessThanOrEqual(3);
  });

  test("waits for those before it when a later item of a map fails first", async () => {
    const executor = makeExecutor({ maxWorkers: 2 });
    const { gate, open } = closedGate();
    const work = (n: number, at: Int32Array) => {
      if (n === 1) {
        throw new Error("no 1");
      }
      Atomics.wait(at, 0, 0);
      if (n === 0) {
        throw new Error("no 0");
      }
    };
    const map = executor.map(work, [0, 1], [gate, gate]);
    const [first, second] = [...map.results()];
    await expect(second).rejects.toThrow("no 1");
    expect(map.done()).toBe(false);
    open();
    await expect(first).rejects.toThrow("no 0");
    await expect(map).rejects.toThrow("no 0");
  });

  test("gives the results of a map one by one, and what came before a failure", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const check = (n: number) => {
      if (n === 2) {
        throw new Error("no 2");
      }
      return n;
    };
    function* main(): Coroutine<unknown[]> {
      const results: unknown[] = [];
      for (const next of executor.map(check, [0, 1, 2, 3]).results()) {
        try {
          results.push(yield* next);
        } catch (error) {
          results.push((error as Error).message);
        }
      }
      return results;
    }
    expect(await run(main())).toEqual([0, 1, "no 2"]);
    expect([...executor.map(check, []).results()]).toEqual([]);
  });

  test("takes back what has not begun when the results of a map are left before their end", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const { gate, open } = closedGate();
    const map = executor.map(waitAt, [gate, gate, gate]);
    const results = map.results();
    results.next();
    const [, second, third] = [...map.results()] as Job<string>[];
    results.return(undefined);
    expect([second?.cancelled(), third?.cancelled()]).toEqual([true, true]);
    open();
    await expect(map).rejects.toThrow(CancelledError);
  });

  test("gathers the results of a map", async () => {
    const executor = makeExecutor({ maxWorkers: 2 });
    function* main(): Coroutine<number[]> {
      return yield* gather([...executor.map(square, [1, 2, 3]).results()]);
    }
    expect(await run(main())).toEqual([1, 4, 9]);
  });

  test("goes on with a map whose results nobody takes, though an item fails", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const ran = new Int32Array(new SharedArrayBuffer(4));
    const work = (n: number, count: Int32Array) => {
      Atomics.add(count, 0, 1);
      if (n === 0) {
        throw new Error("no 0");
      }
    };
    const map = executor.map(work, [0, 1, 2], [ran, ran, ran]);
    await executor.shutdown();
    expect(ran[0]).toBe(3);
    expect(() => map.result()).toThrow("no 0");
  });

  test("maps lists, and says so", () => {
    const executor = makeExecutor() as ThreadPoolExecutor & { map(...args: unknown[]): unknown };
    expect(() => executor.map(square)).toThrow(/^map\(\) takes a function and lists of items, got no list$/);
    expect(() => executor.map(square, 5)).toThrow(/^map\(\) takes a function and lists of items, got 5$/);
    expect(() => executor.map(square, [1], null)).toThrow(TypeError);
  });

  test("refuses options that are none", () => {
    expect(() => new ThreadPoolExecutor(null as never)).toThrow(
      "ThreadPoolExecutor takes options, an object",
    );
    expect(() => makeExecutor().shutdown(null as never)).toThrow(
      "shutdown() takes options, an object, got null",
    );
    const initargs = 5 as never;
    expect(() => new ThreadPoolExecutor({ initializer: square, initargs })).toThrow("initargs is a list");
  });

  test("gives each worker a state of its own with an initializer", async () => {
    const initializer = (start: number) => {
      Object.assign(globalThis, { session: { id: Math.random(), count: start } });
    };
    const executor = makeExecutor({ maxWorkers: 2, initializer, initargs: [100] });
    const use = () => {
      const { session } = globalThis as unknown as { session: { id: number; count: number } };
      session.count++;
      return session;
    };
    const sessions = await executor.map(use, Array.from({ length: 40 }));
    const counts = new Map(sessions.map(({ id, count }) => [id, count]));
    expect(counts.size).toBeLessThanOrEqual(2);
    expect([...counts.values()].reduce((sum, count) => sum + count - 100, 0)).toBe(40);
  });

  test("waits for an initializer that is async", async () => {
    const initializer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      Object.assign(globalThis, { ready: true });
    };
    const executor = makeExecutor({ maxWorkers: 1, initializer });
    expect(await executor.submit(() => (globalThis as unknown as { ready: boolean }).ready)).toBe(true);
  });

  test("is broken by an initializer that fails", async () => {
    const initializer = () => {
      throw new Error("no database");
    };
    const executor = makeExecutor({ maxWorkers: 1, initializer });
    const jobs = [executor.submit(square, 1), executor.submit(square, 2)];
    for (const job of jobs) {
      await expect(job).rejects.toThrow(/'initializer' failed.*no database/);
    }
    expect(() => executor.submit(square, 3)).toThrow(BrokenExecutor);
  });

  test("finishes what was submitted before shutdown(), and takes nothing after", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const jobs = [1, 2, 3].map((n) => executor.submit(square, n));
    await executor.shutdown();
    expect(jobs.map((job) => job.result())).toEqual([1, 4, 9]);
    expect(() => executor.submit(square, 1)).toThrow(RuntimeError);
  });

  test("ends when its worker dies while only work that was taken back waits", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const dying = executor.submit(() => {
      process.exit();
    });
    const waiting = executor.submit(square, 3);
    waiting.cancel();
    const ended = executor.shutdown();
    await expect(dying).rejects.toBeInstanceOf(BrokenExecutor);
    await ended;
  });

  test("waits for its threads as long as it is told, also for ever", async () => {
    const warn = vi.spyOn(console, "warn");
    onTestFinished(() => warn.mockRestore());
    const executor = makeExecutor({ maxWorkers: 1 });
    const saved = new Int32Array(new SharedArrayBuffer(8));
    void executor.submit(saveSlowly, saved);
    await executor.shutdown({ timeout: Number.POSITIVE_INFINITY });
    expect(saved[1]).toBe(1);
    expect(warn).not.toHaveBeenCalled();
  });

  test("takes back what has not begun with shutdown({ cancelFutures: true })", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const { gate, open } = closedGate();
    const running = executor.submit(waitAt, gate);
    const waiting = executor.submit(square, 2);
    const ended = executor.shutdown({ cancelFutures: true });
    expect(waiting.cancelled()).toBe(true);
    open();
    expect(await running).toBe("through");
    await ended;
  });

  test("shuts down at the end of a block", async () => {
    function* main(): Coroutine<number> {
      const executor = new ThreadPoolExecutor({ maxWorkers: 1 });
      const job = yield* executor.with(function* () {
        yield;
        return executor.submit(square, 5);
      });
      expect(() => executor.submit(square, 1)).toThrow(RuntimeError);
      return job.result();
    }
    expect(await run(main())).toBe(25);
  });

  test.each([0, -1, 1.5, "2" as never])("refuses %s workers", (maxWorkers) => {
    expect(() => new ThreadPoolExecutor({ maxWorkers })).toThrow(RangeError);
  });
});

describe("a job", () => {
  test("of several is cancelled as a whole, once, and says so to all who ask", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const pool = makePool(1);
    const saved = new Int32Array(new SharedArrayBuffer(8));
    const busy = executor.submit(saveSlowly, saved);
    pool.apply(saveSlowly, [saved]);
    for (const job of [executor.map(square, [1, 2, 3]), pool.map(square, [1, 2, 3])]) {
      const seen: boolean[] = [];
      job.addDoneCallback(() => seen.push(job.cancelled()));
      expect(job.cancel()).toBe(true);
      expect(seen).toEqual([true]);
      await expect(job).rejects.toBeInstanceOf(CancelledError);
    }
    await busy;
  });

  test("says how far it is", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const { gate, open } = closedGate();
    const [first, second] = [executor.submit(waitAt, gate), executor.submit(square, 2)];
    expect([first.running(), second.running(), second.done()]).toEqual([true, false, false]);
    expect(() => second.result()).toThrow(InvalidStateError);
    open();
    await second;
    expect([first.done(), second.result(), second.exception()]).toEqual([true, 4, undefined]);
  });

  test("is cancelled while it waits, not while it runs", async () => {
    const executor = makeExecutor({ maxWorkers: 1 });
    const { gate, open } = closedGate();
    const [running, waiting] = [executor.submit(waitAt, gate), executor.submit(square, 2)];
    expect(running.cancel()).toBe(false);
    expect(waiting.cancel()).toBe(true);
    await expect(waiting).rejects.toThrow(CancelledError);
    open();
    expect(await running).toBe("through");
  });

  test("that dies with its worker fails; the others go on, and the worker is replaced", async () => {
    const pool = makePool(2);
    const die = () => process.exit(3);
    const later = () => {
      setTimeout(() => {
        throw new Error("from a timer");
      });
      return new Promise(() => {});
    };
    const jobs = [pool.apply(die, []), pool.apply(later, [])];
    const others = pool.map(square, [1, 2, 3, 4, 5, 6], { chunksize: 1 });
    await expect(jobs[0]).rejects.toThrow(/'die'.*exited with code 3/);
    await expect(jobs[1]).rejects.toThrow(BrokenExecutor);
    await expect(jobs[1]).rejects.toThrow("from a timer");
    expect(await others).toEqual([1, 4, 9, 16, 25, 36]);
  });
});

describe("Pool", () => {
  test("maps in chunks of any size, in order", async () => {
    const pool = makePool(2);
    const items = Array.from({ length: 23 }, (_, n) => n);
    for (const chunksize of [undefined, 1, 5, 23, 100]) {
      expect(await pool.map(square, items, { chunksize })).toEqual(items.map(square));
    }
    expect(await pool.map(square, [])).toEqual([]);
    expect(() => pool.map(square, items, { chunksize: 0 })).toThrow(RangeError);
  });

  test("maps many items one by one, and keeps results that are lists", async () => {
    const pool = makePool(2);
    const pair = (n: number) => [n, [n]];
    const items = Array.from({ length: 20_000 }, (_, n) => n);
    expect(await pool.map(pair, items, { chunksize: 1 })).toEqual(items.map(pair));
  });

  test("spreads the arguments with starmap", async () => {
    const pool = makePool(2);
    const power = (base: number, exponent: number) => base ** exponent;
    expect(
      await pool.starmap(power, [
        [2, 3],
        [3, 2],
      ]),
    ).toEqual([8, 9]);
  });

  test("fails a map with its first failure", async () => {
    const pool = makePool(1);
    const check = (n: number) => {
      if (n > 1) {
        throw new Error(`no ${n}`);
      }
      return n;
    };
    await expect(pool.map(check, [0, 1, 2, 3], { chunksize: 1 })).rejects.toThrow("no 2");
    expect(await pool.map(check, [0, 1])).toEqual([0, 1]);
  });

  test.each([1, 3])(
    "gives results in order and takes items lazily with imap, in chunks of %s",
    async (chunksize) => {
      const pool = makePool(2);
      let taken = 0;
      function* numbers(): Generator<number> {
        while (true) {
          yield taken++;
        }
      }
      function* main(): Coroutine<number[]> {
        const results: number[] = [];
        for (const next of pool.imap(square, numbers(), { chunksize })) {
          results.push(yield* next);
          if (results.length === 20) {
            break;
          }
        }
        return results;
      }
      expect(await run(main())).toEqual(Array.from({ length: 20 }, (_, n) => n * n));
      expect(taken).toBeLessThan(20 + 6 * chunksize);
    },
  );

  test.each(["imap", "imapUnordered"] as const)("what %s answers with can be gathered", async (name) => {
    const pool = makePool(2);
    function* main(): Coroutine<number[][]> {
      return [yield* gather(...pool[name](square, [1, 2, 3])), yield* gather(pool[name](square, [1, 2, 3]))];
    }
    const sorted = (await run(main())).map((each) => each.toSorted());
    expect(sorted).toEqual([
      [1, 4, 9],
      [1, 4, 9],
    ]);
  });

  test("gives results as they come with imapUnordered", async () => {
    const pool = makePool(2);
    const { gate, open } = closedGate();
    const work = ([n, at]: readonly [number, Int32Array]) => {
      if (n === 0) {
        Atomics.wait(at, 0, 0);
      }
      return n;
    };
    function* main(): Coroutine<number[]> {
      const results: number[] = [];
      for (const next of pool.imapUnordered(
        work,
        [0, 1, 2, 3].map((n) => [n, gate] as const),
      )) {
        results.push(yield* next);
        if (results.length === 3) {
          open();
        }
      }
      return results;
    }
    expect(await run(main())).toEqual([1, 2, 3, 0]);
  });

  test("throws at the item that fails with imap, and goes on after it", async () => {
    const pool = makePool(2);
    const check = (n: number) => {
      if (n === 1) {
        throw new Error("no 1");
      }
      return n;
    };
    function* main(): Coroutine<unknown[]> {
      const results: unknown[] = [];
      for (const next of pool.imap(check, [0, 1, 2])) {
        try {
          results.push(yield* next);
        } catch (error) {
          results.push((error as Error).message);
        }
      }
      return results;
    }
    expect(await run(main())).toEqual([0, "no 1", 2]);
  });

  test("stops at once with terminate()", async () => {
    const pool = makePool(1);
    const forever = () => {
      for (;;) {}
    };
    const jobs = [pool.apply(forever, []), pool.apply(square, [2])];
    pool.terminate();
    for (const job of jobs) {
      await expect(job).rejects.toThrow(BrokenExecutor);
    }
    await pool.join();
    expect(() => pool.apply(square, [1])).toThrow(RangeError);
  });

  test("finishes what was submitted before close(), then join() ends", async () => {
    const pool = makePool(1);
    expect(() => pool.join()).toThrow("close() or terminate()");
    const job = pool.map(square, [1, 2, 3]);
    pool.close();
    await pool.join();
    expect(job.result()).toEqual([1, 4, 9]);
  });

  test("applies a function without arguments", async () => {
    expect(await makePool(1).apply(() => 7)).toBe(7);
  });

  test("takes lists, and says so", () => {
    type Loose = (work: unknown, items?: unknown, options?: unknown) => unknown;
    const pool = makePool(1) as unknown as Record<
      "apply" | "map" | "starmap" | "imap" | "imapUnordered",
      Loose
    >;
    expect(() => pool.apply(square, 5)).toThrow("apply() takes a function and a list of arguments, got 5");
    expect(() => pool.starmap(square, [5])).toThrow("starmap() takes items that are lists of arguments");
    for (const name of ["map", "starmap", "imap", "imapUnordered"] as const) {
      expect(() => pool[name](square)).toThrow(
        `${name}() takes a function and a list of items, got undefined`,
      );
      expect(() => pool[name](square, 5)).toThrow(`${name}() takes a function and a list of items, got 5`);
      expect(() => pool[name](square, [], null)).toThrow("A pool takes options, an object, got null");
    }
    expect(() => new Pool(1, null as never)).toThrow("Pool takes options, an object, got null");
  });

  test("is as large as the machine if nothing else is said", () => {
    expect(() => makePool()).not.toThrow();
    expect(availableParallelism()).toBeGreaterThan(0);
    expect(() => new Pool(0)).toThrow(RangeError);
  });
});

describe("the loop and its threads", () => {
  test("go on side by side", async () => {
    function* main(): Coroutine<string[]> {
      const { gate, open } = closedGate();
      const order: string[] = [];
      const waiting = createTask(toThread(waitAt, gate));
      for (let n = 0; n < 3; n++) {
        yield* sleep(0.001);
        order.push(`loop ${n}`);
      }
      open();
      order.push(yield* waiting);
      return order;
    }
    expect(await run(main())).toEqual(["loop 0", "loop 1", "loop 2", "through"]);
  });

  test("share an executor of the loop's own, or use the one that is given", async () => {
    function* main(): Coroutine<number[]> {
      const loop = getRunningLoop();
      const executor = makeExecutor({ maxWorkers: 1 });
      const [own, given] = [
        loop.runInExecutor(undefined, square, 2),
        loop.runInExecutor(executor, square, 3),
      ];
      expectTypeOf(own).toEqualTypeOf<Future<number>>();
      return yield* gather(own, given);
    }
    expect(await run(main())).toEqual([4, 9]);
  });

  test("take null for the loop's own executor, as Python takes None", async () => {
    function* main(): Coroutine<number> {
      return yield* getRunningLoop().runInExecutor(null, square, 2);
    }
    expect(await run(main())).toBe(4);
  });

  test("refuse to be given something else as the loop's own executor", async () => {
    function* main(): Coroutine<void> {
      getRunningLoop().setDefaultExecutor("four threads" as never);
    }
    await expect(run(main())).rejects.toThrow(
      new TypeError('An executor is required, got the string "four threads"'),
    );
  });

  test("are waited for at the end of a run, though it does not wait for their results", async () => {
    const saved = new Int32Array(new SharedArrayBuffer(8));
    function* main(): Coroutine<void> {
      createTask(toThread(saveSlowly, saved));
      yield* untilBegun(saved);
      throw new Error("main has ended");
    }
    await expect(run(main())).rejects.toThrow("main has ended");
    expect(saved[1]).toBe(1);
  });

  test("are waited for when a runner closes", async () => {
    const saved = new Int32Array(new SharedArrayBuffer(8));
    function* main(): Coroutine<void> {
      createTask(toThread(saveSlowly, saved));
      yield* untilBegun(saved);
    }
    const runner = new Runner();
    await runner.run(main());
    await runner.close();
    expect(saved[1]).toBe(1);
  });

  test("are waited for with shutdownDefaultExecutor(), and take nothing after it", async () => {
    const saved = new Int32Array(new SharedArrayBuffer(8));
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      yield* loop.shutdownDefaultExecutor();
      loop.runInExecutor(undefined, saveSlowly, saved);
      yield* loop.shutdownDefaultExecutor();
      expect(saved[1]).toBe(1);
      expect(() => loop.runInExecutor(undefined, square, 2)).toThrow(RuntimeError);
    }
    await run(main());
  });

  test("are not waited for longer than a limit, which is in seconds of the machine", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { gate, open } = closedGate();
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      loop.runInExecutor(undefined, waitAt, gate);
      yield* loop.shutdownDefaultExecutor(0.01);
      expect(warned.mock.calls).toEqual([
        ["RuntimeWarning: The executor did not finish joining its threads within 0.01 seconds"],
      ]);
      open();
      yield* loop.shutdownDefaultExecutor(600);
    }
    await runVirtual(main());
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  test("are shut down by an executor of one's own as it likes", async () => {
    const given: unknown[] = [];
    const executor = {
      submit: () => expect.unreachable(),
      shutdown(options?: object) {
        given.push(options);
      },
    };
    function* main(): Coroutine<void> {
      getRunningLoop().setDefaultExecutor(executor);
    }
    await run(main());
    expect(given).toEqual([{ timeout: 300 }, undefined]);
  });

  test("cancel a call that has not begun, and drop the result of one that has", async () => {
    const { gate, open } = closedGate();
    const ran = new Int32Array(new SharedArrayBuffer(4));
    const mark = (flag: Int32Array) => {
      flag[0] = 1;
    };
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      const executor = makeExecutor({ maxWorkers: 1 });
      const begun = loop.runInExecutor(executor, waitAt, gate);
      const waiting = loop.runInExecutor(executor, mark, ran);
      yield* sleep(0);
      expect([begun.cancel(), waiting.cancel()]).toEqual([true, true]);
      open();
      expect(yield* executor.submit(square, 4)).toBe(16);
    }
    await run(main());
    expect(ran[0]).toBe(0);
  });

  test("give up waiting at a timeout", async () => {
    function* main(): Coroutine<void> {
      const { gate, open } = closedGate();
      try {
        yield* timeout(0.01, () => toThread(waitAt, gate));
      } finally {
        open();
      }
    }
    await expect(run(main())).rejects.toThrow(TimeoutError);
  });

  test("throw in the coroutine what the function throws", async () => {
    const fail = () => {
      throw new TypeError("in the thread");
    };
    await expect(run(toThread(fail))).rejects.toThrow(TypeError);
  });
});

describe("a program", () => {
  test("is not kept alive by idle workers", async () => {
    const output = await runProgram(`
      const pool = new Pool(2);
      console.log(await pool.map((n) => n + 1, [1, 2]));
      const executor = new ThreadPoolExecutor();
      console.log(await executor.submit(() => "done"));
    `);
    expect(output).toBe("[ 2, 3 ]\ndone\n");
  });

  test("is kept alive by a job, though nobody waits for it", async () => {
    const output = await runProgram(`
      const job = new ThreadPoolExecutor().submit(() => new Promise((resolve) => setTimeout(resolve, 20, "done")));
      job.addDoneCallback(() => console.log(job.result()));
    `);
    expect(output).toBe("done\n");
  });

  test("ends with its run, though a thread of it was used", async () => {
    const output = await runProgram(`
      console.log(await run(toThread((n) => n * 2, 21)));
    `);
    expect(output).toBe("42\n");
  });
});
