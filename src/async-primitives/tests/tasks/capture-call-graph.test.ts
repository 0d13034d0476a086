import { expect, test } from "vitest";
import {
  asyncFor,
  asyncGenerator,
  type Coroutine,
  captureCallGraph,
  createTask,
  EventLoop,
  type FutureCallGraph,
  gather,
  Queue,
  run,
  shield,
  sleep,
  type Task,
  TimeoutError,
  timeout,
  VirtualClock,
  wait,
  waitFor,
} from "../../index.ts";

function inVirtualTime<T>(main: () => Coroutine<T>): Promise<T> {
  return run(main(), { loopFactory: () => new EventLoop({ clock: new VirtualClock() }) });
}

function* brew(): Coroutine<string> {
  yield* sleep(1);
  return "tea";
}

function* serve(): Coroutine<string> {
  return yield* timeout(5, function* block() {
    return yield* brew();
  });
}

/** The functions of this file, the innermost first. */
function functionsOf({ callStack }: FutureCallGraph): string[] {
  return callStack
    .filter(({ file }) => file.includes("capture-call-graph.test"))
    .map((frame) => frame.functionName);
}

test("a call graph has the line of each coroutine of a task, the innermost first", async () => {
  const graph = await inVirtualTime(function* () {
    const task = createTask(serve());
    yield;
    return captureCallGraph(task);
  });
  expect(graph.callStack.map(({ functionName }) => functionName)).toEqual([
    "sleep",
    "brew",
    "block",
    "timeoutAt",
    "timeout",
    "serve",
  ]);
  const [, inBrew, inBlock] = graph.callStack;
  expect(inBlock?.file).toBe(inBrew?.file);
  expect((inBlock?.line ?? 0) - (inBrew?.line ?? 0)).toBe(6);
});

test("a task that was asked where it stands goes on as if it had not been", async () => {
  const queue = new Queue<string>();
  const ticks = asyncGenerator<number>(function* count(emit) {
    yield* sleep(1);
    yield* emit(1);
    yield* sleep(1);
    yield* emit(2);
  });
  const items: unknown[] = [];
  function* consume(): Coroutine<void> {
    yield* asyncFor(ticks, function* (item) {
      items.push(item);
    });
  }
  function* take(): Coroutine<string> {
    return yield* queue.get();
  }
  const [results, stacks] = await inVirtualTime(function* () {
    const tasks: Task<unknown>[] = [createTask(serve()), createTask(consume()), createTask(take())];
    const asked: string[][] = [];
    for (let at = 0; at < 4; at++) {
      yield* sleep(0.3);
      asked.push(tasks.flatMap((task) => functionsOf(captureCallGraph(task))));
    }
    queue.putNowait("for you");
    return [yield* gather(tasks), asked] as const;
  });
  expect(stacks[0]).toEqual(["brew", "block", "serve", "count", "consume", "take"]);
  expect(results).toEqual(["tea", undefined, "for you"]);
  expect(items).toEqual([1, 2]);
});

test("a task is cancelled where it stands also when it was asked", async () => {
  const ended: string[] = [];
  function* nap(): Coroutine<void> {
    try {
      yield* sleep(10);
    } finally {
      ended.push("cleaned up");
    }
  }
  await inVirtualTime(function* () {
    const task = createTask(nap());
    yield;
    captureCallGraph(task);
    task.cancel("enough");
    yield* gather([task], { returnExceptions: true });
    expect(task.cancelled()).toBe(true);
  });
  expect(ended).toEqual(["cleaned up"]);
});

test("a call graph names the tasks that wait, through a gather too", async () => {
  await inVirtualTime(function* () {
    const tea = createTask(brew(), { name: "tea" });
    createTask(
      (function* guest(): Coroutine<void> {
        yield* gather(tea, sleep(2));
      })(),
      { name: "guest" },
    );
    yield;
    yield;
    const [guest] = captureCallGraph(tea).awaitedBy;
    expect(guest?.future.getName()).toBe("guest");
    expect(guest && functionsOf(guest)).toEqual(["guest"]);
    expect(guest?.awaitedBy).toEqual([]);
  });
});

test("a call graph names who waits without any time left, until the task has ended", async () => {
  await inVirtualTime(function* () {
    function* lingering(): Coroutine<void> {
      try {
        yield* sleep(3600);
      } catch {
        yield* sleep(1);
      }
    }
    const task = createTask(lingering());
    yield;
    const waiter = createTask(waitFor(task, 0));
    yield;
    expect(captureCallGraph(task).awaitedBy[0]?.future).toBe(waiter);
    yield* waiter;
    expect(captureCallGraph(task).awaitedBy).toEqual([]);
  });
});

test.each([
  ["wait()", (task: Task<string>) => wait([task], { timeout: 0.1 })],
  ["a shield", (task: Task<string>) => waitFor(shield(task), 0.1)],
  ["a gather of shields", (task: Task<string>) => waitFor(gather(shield(task)), 0.1)],
])("a call graph forgets who waits no longer, through %s", async (_, waiting) => {
  await inVirtualTime(function* () {
    const task = createTask(brew());
    function* impatient(): Coroutine<void> {
      try {
        yield* waiting(task);
      } catch (error) {
        expect(error).toBeInstanceOf(TimeoutError);
      }
      yield* sleep(0.5);
    }
    const waiter = createTask(impatient());
    yield* sleep(0.05);
    expect(captureCallGraph(task).awaitedBy[0]?.future).toBe(waiter);
    yield* sleep(0.1);
    expect(captureCallGraph(task).awaitedBy).toEqual([]);
    expect(waiter.done()).toBe(false);
    yield* waiter;
  });
});

test("a call graph goes through a plain generator that asks for it", async () => {
  function* plain(): Generator<string[]> {
    yield functionsOf(captureCallGraph());
  }
  const [functions] = await inVirtualTime(function* main() {
    return (yield* (function* inner(): Coroutine<string[][]> {
      return [...plain()];
    })()) as string[][];
  });
  expect(functions?.slice(0, 3)).toEqual(["plain", "inner", "main"]);
});

test("a circle of tasks that wait for each other ends where it began", async () => {
  await inVirtualTime(function* () {
    const tasks: Task<void>[] = [];
    function* waitForOther(other: number): Coroutine<void> {
      // Without a shield there would be no end to cancelling them, as in CPython.
      yield* shield(tasks[other] as Task<void>);
    }
    tasks.push(createTask(waitForOther(1)), createTask(waitForOther(0)));
    yield;
    const graph = captureCallGraph(tasks[0]);
    expect(graph.awaitedBy).toHaveLength(1);
    expect(graph.awaitedBy[0]?.future).toBe(tasks[1]);
    expect(graph.awaitedBy[0]?.awaitedBy).toEqual([]);
  });
});

test("no line is known of a task that has not begun, gives up its turn or is done; the one that runs is known whole", async () => {
  await inVirtualTime(function* main() {
    const task = createTask(brew());
    expect(captureCallGraph(task).callStack).toEqual([]);
    yield* task;
    expect(captureCallGraph(task).callStack).toEqual([]);
    expect(functionsOf(captureCallGraph())[0]).toBe("main");
  });
});

test("there is a call graph of tasks alone", async () => {
  await inVirtualTime(function* () {
    expect(() => captureCallGraph(5 as never)).toThrow("A call graph is that of a task, got 5");
    expect(() => captureCallGraph(new Proxy(createTask(sleep(0)), {}))).toThrow("A Task is required");
  });
  expect(() => captureCallGraph()).toThrow("No running event loop");
});

test("the limit of stacks stays what it was", async () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 7;
  try {
    await inVirtualTime(function* () {
      const task = createTask(brew());
      yield;
      captureCallGraph(task);
    });
    expect(Error.stackTraceLimit).toBe(7);
  } finally {
    Error.stackTraceLimit = before;
  }
});
