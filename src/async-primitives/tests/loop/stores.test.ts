import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  openConnection,
  Queue,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  ThreadPoolExecutor,
} from "../../index.ts";

const user = new AsyncLocalStorage<string>();

/** Asks at several places of a task whose it is. */
function* whose(): Coroutine<(string | undefined)[]> {
  const before = user.getStore();
  yield;
  const afterTurn = user.getStore();
  yield* sleep(0.001);
  return [before, afterTurn, user.getStore()];
}

test("a task sees the stores of where it was created, whoever wakes the loop", async () => {
  const seen: unknown[] = [];
  function* work(jobs: Queue<string>): Coroutine<void> {
    for (let i = 0; i < 2; i++) {
      seen.push([yield* jobs.get(), user.getStore()]);
    }
  }
  function* main(): Coroutine<void> {
    const jobs = new Queue<string>();
    user.run("alice", () => setTimeout(() => jobs.putNowait("of alice"), 1));
    user.run("bob", () => setTimeout(() => jobs.putNowait("of bob"), 5));
    yield* createTask(work(jobs));
    seen.push(user.getStore());
  }
  await user.run("run", () => run(main()));
  expect(seen).toEqual([["of alice", "run"], ["of bob", "run"], "run"]);
});

test("a run outside of all stores sees none, though those who wake it have some", async () => {
  function* main(): Coroutine<unknown> {
    const woken = getRunningLoop().createFuture<void>();
    user.run("alice", () => setTimeout(() => woken.setResult(), 1));
    yield* woken;
    return [user.getStore(), yield* whose()];
  }
  expect(await run(main())).toEqual([undefined, [undefined, undefined, undefined]]);
});

test("tasks that are created in different stores keep them apart, side by side", async () => {
  function* main(): Coroutine<unknown> {
    const tasks = ["alice", "bob"].map((name) => user.run(name, () => createTask(whose())));
    return [...(yield* gather(tasks)), yield* whose()];
  }
  expect(await user.run("main", () => run(main()))).toEqual([
    ["alice", "alice", "alice"],
    ["bob", "bob", "bob"],
    ["main", "main", "main"],
  ]);
});

test("tasks that a task creates inherit its stores", async () => {
  function* parent(): Coroutine<unknown> {
    yield* sleep(0.001);
    return yield* createTask(whose());
  }
  function* main(): Coroutine<unknown> {
    return yield* user.run("alice", () => createTask(parent()));
  }
  expect(await run(main())).toEqual(["alice", "alice", "alice"]);
});

test("callbacks of the loop and of futures see the stores of the task that asked for them", async () => {
  const seen: unknown[] = [];
  function* ask(): Coroutine<void> {
    const loop = getRunningLoop();
    const future = loop.createFuture<void>();
    future.addDoneCallback(() => seen.push(["future", user.getStore()]));
    loop.callSoon(() => seen.push(["soon", user.getStore()]));
    loop.callLater(0.001, () => seen.push(["later", user.getStore()]));
    user.run("bob", () => setTimeout(() => future.setResult(), 5));
    yield* future;
    yield;
  }
  function* main(): Coroutine<void> {
    yield* user.run("alice", () => createTask(ask()));
  }
  await run(main());
  expect(seen).toEqual([
    ["soon", "alice"],
    ["later", "alice"],
    ["future", "alice"],
  ]);
});

test("callbacks that native code asks for see its stores", async () => {
  const seen: unknown[] = [];
  function* main(): Coroutine<void> {
    const loop = getRunningLoop();
    const asked = loop.createFuture<void>();
    user.run("alice", () =>
      setTimeout(() => {
        loop.callSoon(() => {
          seen.push(user.getStore());
          asked.setResult();
        });
      }, 1),
    );
    yield* asked;
  }
  await run(main());
  expect(seen).toEqual(["alice"]);
});

test("a callback of a job sees the stores of where it was added", async () => {
  const executor = new ThreadPoolExecutor({ maxWorkers: 1 });
  const jobs = ["alice", "bob"].map((name) =>
    user.run(name, () => {
      const job = executor.submit(() => {});
      return new Promise((resolve) => job.addDoneCallback(() => resolve(user.getStore())));
    }),
  );
  expect(await Promise.all(jobs)).toEqual(["alice", "bob"]);
  await executor.shutdown();
});

test("a server's handlers see the stores of its run, not those of its clients", async () => {
  const seen: unknown[] = [];
  function* handle(_: StreamReader, writer: StreamWriter): Coroutine<void> {
    seen.push(user.getStore());
    writer.close();
    yield* writer.waitClosed();
  }
  function* connect(port: number): Coroutine<void> {
    const [reader, writer] = yield* openConnection("127.0.0.1", port);
    yield* reader.read();
    writer.close();
  }
  function* main(): Coroutine<void> {
    const server = yield* startServer(handle, "127.0.0.1", 0);
    const [, port] = server.sockets[0].getsockname();
    yield* user.run("client", () => createTask(connect(port)));
    server.close();
    yield* server.waitClosed();
  }
  await user.run("server", () => run(main()));
  expect(seen).toEqual(["server"]);
});

test("two runs side by side keep their stores apart", async () => {
  const seen = await Promise.all(["alice", "bob"].map((name) => user.run(name, () => run(whose()))));
  expect(seen).toEqual([
    ["alice", "alice", "alice"],
    ["bob", "bob", "bob"],
  ]);
});
