import { describe, expect, test } from "vitest";
import {
  anext,
  asyncGenerator,
  BoundedSemaphore,
  Condition,
  ContextVar,
  type Coroutine,
  createTask,
  fromPromise,
  Lock,
  openConnection,
  Pool,
  Runner,
  run,
  Semaphore,
  type StreamWriter,
  sleep,
  startServer,
  ThreadPoolExecutor,
  toAsyncIterable,
} from "../index.ts";
import { runVirtual, virtualLoop } from "./virtual-time.ts";

describe("`using` in a coroutine", () => {
  test.each([
    ["a lock", () => new Lock()],
    ["a semaphore", () => new Semaphore(1)],
    ["a bounded semaphore", () => new BoundedSemaphore(1)],
    ["a condition", () => new Condition()],
  ])("releases %s at the end of the block", async (_, make) => {
    function* main(): Coroutine<boolean[]> {
      const held = make();
      const seen = [];
      {
        using _ = yield* held.acquire();
        seen.push(held.locked());
      }
      seen.push(held.locked());
      return seen;
    }
    expect(await runVirtual(main())).toEqual([true, false]);
  });

  test("releases a lock when the task is cancelled in the block", async () => {
    const lock = new Lock();
    function* hold(): Coroutine<void> {
      using _ = yield* lock.acquire();
      yield* sleep(60);
    }
    function* main(): Coroutine<void> {
      const task = createTask(hold());
      yield* sleep(1);
      task.cancel();
      yield* sleep(1);
    }
    await runVirtual(main());
    expect(lock.locked()).toBe(false);
  });

  test("gives a context variable back the value that it had before, and a token works once", () => {
    const user = new ContextVar("user", { default: "nobody" });
    user.set("Ada");
    const token = user.set("Grace");
    {
      using _ = token;
      expect(user.get()).toBe("Grace");
    }
    expect(user.get()).toBe("Ada");
    expect(() => token[Symbol.dispose]()).toThrow("has already been used once");
  });

  test("closes a server, and does not wait for its connections", async () => {
    function* main(): Coroutine<boolean[]> {
      const writers: StreamWriter[] = [];
      const server = yield* startServer((_, writer) => void writers.push(writer), "127.0.0.1", 0);
      const [, writer] = yield* openConnection(...server.sockets[0].getsockname());
      while (writers.length === 0) {
        yield* sleep(0.01);
      }
      {
        using listening = server;
        expect(listening.isServing()).toBe(true);
      }
      writer.close();
      return [server.isServing(), writers[0]?.isClosing() ?? true];
    }
    expect(await run(main())).toEqual([false, false]);
  });

  test("shuts an executor down without waiting, and ends the workers of a pool", async () => {
    function* main(): Coroutine<[number, number]> {
      const executor = new ThreadPoolExecutor({ maxWorkers: 1 });
      const pool = new Pool(1);
      let job: PromiseLike<number>;
      {
        using shutDown = executor;
        using terminated = pool;
        job = shutDown.submit(() => 42);
        expect(yield* terminated.apply(() => 1)).toBe(1);
      }
      expect(() => executor.submit(() => 1)).toThrow("submit() after shutdown()");
      expect(() => pool.apply(() => 1)).toThrow("on a pool that is closed");
      return [yield* fromPromise(job), 1];
    }
    expect(await run(main())).toEqual([42, 1]);
  });
});

describe("`await using` in native code", () => {
  test("closes a runner, and a server between two of its runs", async () => {
    await using runner = new Runner({ loopFactory: virtualLoop });
    const server = await runner.run(startServer(() => {}, "127.0.0.1", 0));
    {
      await using listening = server;
      expect(listening.isServing()).toBe(true);
    }
    expect(server.isServing()).toBe(false);
    expect(await runner.run(sleep(1, "goes on"))).toBe("goes on");
  });

  test("closes a server while its loop runs, and waits until its connections are closed", async () => {
    const said: string[] = [];
    function* serve(_: unknown, writer: StreamWriter): Coroutine<void> {
      yield* sleep(0.05);
      said.push("connection closed");
      writer.close();
    }
    function* main(): Coroutine<void> {
      const server = yield* startServer(serve, "127.0.0.1", 0);
      const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
      yield* sleep(0.02);
      yield* fromPromise(
        (async () => {
          await using _ = server;
        })(),
      );
      said.push("server closed");
      yield* reader.read();
      writer.close();
    }
    await run(main());
    expect(said).toEqual(["connection closed", "server closed"]);
  });

  test("waits for what was submitted to an executor", async () => {
    let job: PromiseLike<number>;
    {
      await using executor = new ThreadPoolExecutor({ maxWorkers: 1 });
      job = executor.submit(() => 42);
    }
    expect(await job).toBe(42);
  });

  test.each(["the generator", "what goes through it"])(
    "closes an asynchronous generator by %s",
    async (by) => {
      const said: string[] = [];
      const numbers = () =>
        asyncGenerator<number>(function* (emit) {
          try {
            yield* emit(1);
            yield* emit(2);
          } finally {
            yield* sleep(1);
            said.push("closed");
          }
        });
      function* main(): Coroutine<void> {
        const items = numbers();
        said.push(`got ${yield* anext(items)}`);
        yield* fromPromise(
          (async () => {
            await using _ = by === "the generator" ? items : toAsyncIterable(items);
          })(),
        );
        said.push("left");
      }
      await runVirtual(main());
      expect(said).toEqual(["got 1", "closed", "left"]);
    },
  );

  test("leaves an asynchronous generator alone that was not begun, or is at its end", async () => {
    const empty = asyncGenerator<number>(function* () {});
    await empty[Symbol.asyncDispose]();
    await runVirtual(
      (function* (): Coroutine<void> {
        try {
          yield* anext(empty);
        } catch {}
      })(),
    );
    await expect(empty[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });
});
