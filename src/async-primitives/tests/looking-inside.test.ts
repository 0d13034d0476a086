import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  EventLoop,
  formatCallGraph,
  gather,
  getRunningLoop,
  type LoopEvent,
  shield,
  sleep,
  type Task,
} from "../index.ts";
import { runVirtual } from "./virtual-time.ts";

function summary(event: LoopEvent): string {
  if (!("task" in event)) return event.kind;
  return `${event.task.getName()}: ${event.kind}`;
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
      "timer set",
      "main: task waits",
      "main: step ended",
      "child: step began",
      "timer set",
      "child: task waits",
      "child: step ended",
      "timer fired",
      "future done",
      "child: step began",
      "future done",
      "child: step ended",
      "child: task done",
      "timer fired",
      "future done",
      "main: step began",
    ]);
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
    expect(messages).toEqual(["Exception in an observer, at 'task created'"]);
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
