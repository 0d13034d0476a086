import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  EventLoop,
  ExceptionGroup,
  formatCallGraph,
  gather,
  getRunningLoop,
  Handle,
  Lock,
  type LoopEvent,
  Queue,
  run,
  shield,
  sleep,
  Task,
  TimeoutError,
  taskGroup,
  timeout,
  VirtualClock,
  wait,
} from "../index.ts";
import { runVirtual } from "./virtual-time.ts";

function summary(event: LoopEvent): string {
  const { task } = event as { task?: Task<unknown> };
  return task === undefined ? event.kind : `${task.getName()}: ${event.kind}`;
}

/** What an observer of a whole program is told, of the kinds asked for. */
async function observe<K extends LoopEvent["kind"]>(
  program: () => Coroutine<unknown>,
  ...kinds: K[]
): Promise<Extract<LoopEvent, { kind: K }>[]> {
  const seen: Extract<LoopEvent, { kind: K }>[] = [];
  const loopFactory = () => {
    const loop = new EventLoop({ clock: new VirtualClock() });
    loop.observe((event) => kinds.includes(event.kind as K) && seen.push(event as (typeof seen)[number]));
    return loop;
  };
  await run(program(), { loopFactory });
  return seen;
}

describe("an observer", () => {
  test("sees what tasks, futures and timers do, in order", async () => {
    const seen: string[] = [];
    function* main(): Coroutine<void> {
      const stop = getRunningLoop().observe((event) => seen.push(summary(event)));
      createTask(sleep(1), { name: "child" });
      yield* sleep(2);
      stop();
      yield* sleep(1);
    }
    function* named(): Coroutine<void> {
      yield* createTask(main(), { name: "main" });
    }
    await runVirtual(named());
    expect(seen).toEqual([
      "child: task created",
      "queued",
      "future named",
      "timer set",
      "wait reached",
      "main: task waits",
      "main: step ended",
      "child: step began",
      "future named",
      "timer set",
      "wait reached",
      "child: task waits",
      "child: step ended",
      "timer fired",
      "callback began",
      "future done",
      "queued",
      "callback ended",
      "child: step began",
      "callback cancelled",
      "future done",
      "child: step ended",
      "child: task done",
      "timer fired",
      "callback began",
      "future done",
      "queued",
      "callback ended",
      "main: step began",
      "callback cancelled",
    ]);
  });

  test("sees what is ready, and what is cancelled before its turn", async () => {
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      const handles = [loop.callSoon(() => {}), loop.callSoon(() => {})];
      handles[0]?.cancel();
      handles[0]?.cancel();
      yield;
    }
    const seen = await observe(main, "queued", "callback began", "callback ended", "callback cancelled");
    const handles = new Map<unknown, string>();
    const told = seen.flatMap((event) => {
      const thing = "handle" in event ? event.handle : event.runnable;
      if (!(thing instanceof Handle)) {
        return [];
      }
      if (!handles.has(thing)) {
        handles.set(thing, handles.size === 0 ? "first" : "second");
      }
      return [`${handles.get(thing)} ${event.kind}`];
    });
    expect(told.slice(0, 5)).toEqual([
      "first queued",
      "second queued",
      "first callback cancelled",
      "second callback began",
      "second callback ended",
    ]);
  });

  test("can see on the stack where a task waits", async () => {
    const stacks: string[] = [];
    function* innermost(): Coroutine<void> {
      yield* sleep(0);
      yield* sleep(1);
    }
    function* outer(): Coroutine<void> {
      getRunningLoop().observe(({ kind }) => {
        if (kind === "wait reached") {
          stacks.push(new Error().stack ?? "");
        }
      });
      yield* innermost();
    }
    await runVirtual(outer());
    expect(stacks).toHaveLength(2);
    for (const stack of stacks) {
      expect(stack).toMatch(/innermost.*outer/s);
    }
  });

  test("is told what the futures of the library stand for", async () => {
    function* main(): Coroutine<void> {
      const [lock, queue] = [new Lock(), new Queue<number>(1)];
      yield* lock.acquire();
      queue.putNowait(1);
      const shielded = shield(sleep(1));
      const tasks = [createTask(lock.acquire()), createTask(queue.put(2))];
      yield* wait(tasks, { timeout: 1 });
      yield* shielded;
      lock.release();
      queue.getNowait();
      yield* gather(tasks);
    }
    const named = (await observe(main, "future named")).map(({ name, of }) => {
      if (of === undefined) {
        return name;
      }
      return Symbol.iterator in of ? `${name} of ${[...of].length}` : `${of.constructor.name}.${name}`;
    });
    expect(named).toEqual(["shield of 1", "wait of 2", "sleep", "Lock.acquire", "Queue.put", "gather of 2"]);
  });

  test("is told how a request to cancel travels", async () => {
    const names = new Map<unknown, string>();
    function* parent(): Coroutine<void> {
      const child = createTask(sleep(10), { name: "child" });
      const gathered = gather(child);
      names.set(gathered, "gather");
      yield* gathered;
    }
    function* main(): Coroutine<void> {
      const task = createTask(parent(), { name: "parent" });
      yield* sleep(1);
      task.cancel();
      yield* wait([task]);
    }
    const requests = await observe(main, "cancel requested");
    const path = requests.map(({ future }) =>
      future instanceof Task ? future.getName() : (names.get(future) ?? "future"),
    );
    expect(path).toEqual(["parent", "gather", "child", "future"]);
  });

  test("is told what a future failed with, and does not take the report of it away", async () => {
    const messages: string[] = [];
    function* fail(): Coroutine<void> {
      throw new Error("unnoticed");
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, { message }) => messages.push(message));
      const task = createTask(fail());
      yield* sleep(1, task);
    }
    const done = await observe(main, "future done");
    expect(done.flatMap(({ failure }) => (failure === undefined ? [] : [failure.exception]))).toEqual([
      new Error("unnoticed"),
    ]);
    expect(messages).toEqual(["Task exception was never retrieved"]);
  });

  test("is told of the scopes of timeouts and task groups, and how they end", async () => {
    const caught: unknown[] = [];
    function* fail(): Coroutine<void> {
      throw new Error("in the group");
    }
    function* main(): Coroutine<void> {
      yield* timeout(5, () => sleep(1));
      try {
        yield* timeout(1, () => sleep(5));
      } catch (error) {
        caught.push(error);
      }
      try {
        yield* taskGroup(function* (group) {
          group.createTask(fail());
          yield* sleep(1);
        });
      } catch (error) {
        caught.push(error);
      }
      yield* taskGroup(function* (group) {
        group.createTask(sleep(1), { name: "member" });
      });
    }
    const seen = await observe(main, "scope opened", "scope joined", "scope closed");
    expect(seen.map(({ kind }) => kind)).toEqual([
      "scope opened",
      "scope closed",
      "scope opened",
      "scope closed",
      "scope opened",
      "scope joined",
      "scope closed",
      "scope opened",
      "scope joined",
      "scope closed",
    ]);
    const ends = seen.flatMap((event) => (event.kind === "scope closed" ? [event.thrown] : []));
    expect(ends).toEqual([undefined, ...caught, undefined]);
    expect(caught[0]).toBeInstanceOf(TimeoutError);
    expect(caught[1]).toBeInstanceOf(ExceptionGroup);
  });

  test("sees a timer that is cancelled, and not one that has fired", async () => {
    const seen: string[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().observe((event) => event.kind.startsWith("timer") && seen.push(event.kind));
      getRunningLoop()
        .callLater(1, () => {})
        .cancel();
      yield* sleep(1);
    }
    await runVirtual(main());
    expect(seen).toEqual(["timer set", "timer cancelled", "timer set", "timer fired"]);
  });

  test("that throws is reported, and disturbs nobody", async () => {
    const messages: string[] = [];
    function* main(): Coroutine<string> {
      const loop = getRunningLoop();
      loop.setExceptionHandler((_, { message }) => messages.push(message));
      const stop = loop.observe(() => {
        throw new Error("in the observer");
      });
      createTask(sleep(0));
      stop();
      return yield* sleep(1, "undisturbed");
    }
    expect(await runVirtual(main())).toBe("undisturbed");
    expect(messages).toEqual([
      "Exception in an observer, at 'task created'",
      "Exception in an observer, at 'queued'",
    ]);
  });
});

describe("the call graph", () => {
  test("says who waits for whom, through gather and shield", async () => {
    function* waiter(task: Task<void>): Coroutine<void> {
      yield* gather(shield(task), sleep(1));
    }
    function* outer(task: Task<void>): Coroutine<void> {
      yield* task;
    }
    function* main(): Coroutine<string> {
      const leaf = createTask(sleep(10), { name: "leaf" });
      const middle = createTask(waiter(leaf), { name: "middle" });
      createTask(outer(middle), { name: "outer" });
      yield* sleep(0.5);
      return formatCallGraph(leaf);
    }
    expect((await runVirtual(main())).split("\n")).toEqual([
      "* Task 'leaf'",
      "  + waits for a Future",
      "  + awaited by:",
      "    * Task 'middle'",
      "      + waits for a Future",
      "      + awaited by:",
      "        * Task 'outer'",
    ]);
  });

  test("needs a task", () => {
    expect(() => formatCallGraph(undefined)).toThrow("No running event loop");
  });
});

describe("an exception that nobody looks at", () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;

  test("is reported when its task is garbage", async () => {
    const loop = new EventLoop();
    const messages: string[] = [];
    loop.setExceptionHandler((_, { message }) => messages.push(message));
    function* fail(): Coroutine<void> {
      throw new Error("unnoticed");
    }
    function* startAndForget(): Coroutine<void> {
      createTask(fail());
      yield;
    }
    function* main(): Coroutine<void> {
      yield* startAndForget();
      for (let i = 0; i < 50 && messages.length === 0; i++) {
        collectGarbage();
        yield* sleep(0.001);
      }
    }
    await loop.runUntilComplete(main());
    expect(messages).toEqual(["Task exception was never retrieved"]);
  });

  test("is not reported once somebody has asked for it", async () => {
    const messages: string[] = [];
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      loop.setExceptionHandler((_, { message }) => messages.push(message));
      const future = loop.createFuture();
      future.setException(new Error("noticed"));
      future.exception();
      const cancelled = loop.createFuture();
      cancelled.setException(new Error("unwanted"));
      cancelled.cancel();
    }
    await runVirtual(main());
    expect(messages).toEqual([]);
  });
});
