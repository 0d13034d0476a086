import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  currentTask,
  Event,
  ExceptionGroup,
  eagerTaskFactory,
  getRunningLoop,
  sleep,
  type TaskGroup,
  taskGroup,
  timeout,
  wait,
} from "../../index.ts";
import { countIterations, runVirtual, start } from "../virtual-time.ts";

function* failAfter(delay: number, message: string): Coroutine<never> {
  yield* sleep(delay);
  throw new Error(message);
}

function messagesOf(error: unknown): string[] {
  expect(error).toBeInstanceOf(ExceptionGroup);
  return (error as ExceptionGroup).errors.map((each: Error) => each.message);
}

describe("a task group", () => {
  test("waits for its tasks and answers with the result of its block", async () => {
    function* main(): Coroutine<void> {
      const [a, b] = yield* taskGroup(function* (group) {
        return [group.createTask(sleep(1, "a")), group.createTask(sleep(2, "b"))] as const;
      });
      expect(getRunningLoop().time()).toBe(2);
      expect(a.result() + b.result()).toBe("ab");
    }
    await runVirtual(main());
  });

  test("cancels the others when one fails, and throws all errors in the order of failure", async () => {
    function* stubborn(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch {
        throw new Error("second");
      }
    }
    function* main(): Coroutine<unknown> {
      try {
        yield* taskGroup(function* (group) {
          group.createTask(stubborn());
          group.createTask(failAfter(1, "first"));
          yield* sleep(100);
        });
      } catch (error) {
        expect(getRunningLoop().time()).toBe(1);
        expect(currentTask()?.cancelling()).toBe(0);
        return error;
      }
      return undefined;
    }
    expect(messagesOf(await runVirtual(main()))).toEqual(["first", "second"]);
  });

  test("puts an error of its block last", async () => {
    function* failing(group: TaskGroup): Coroutine<void> {
      group.createTask(failAfter(1, "child"));
      try {
        yield* sleep(10);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: a clean-up that fails is what this test is about
        throw new Error("block");
      }
    }
    function* main(): Coroutine<unknown> {
      try {
        yield* taskGroup(failing);
      } catch (error) {
        return error;
      }
      return undefined;
    }
    expect(messagesOf(await runVirtual(main()))).toEqual(["child", "block"]);
  });

  test("cancels its tasks when its parent is cancelled", async () => {
    let child: { cancelled(): boolean } | undefined;
    function* parent(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        child = group.createTask(sleep(10));
      });
    }
    function* main(): Coroutine<boolean> {
      const task = yield* start(parent());
      task.cancel();
      yield* sleep(1);
      return task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
    expect(child?.cancelled()).toBe(true);
  });

  test("works in a timeout", async () => {
    function* main(): Coroutine<void> {
      yield* timeout(1, () =>
        taskGroup(function* (group) {
          group.createTask(sleep(10));
        }),
      );
    }
    await expect(runVirtual(main())).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("takes tasks from its tasks, but none once it is finished or shutting down", async () => {
    const order: string[] = [];
    function* leaf(): Coroutine<void> {
      order.push("leaf");
    }
    function* branch(group: TaskGroup): Coroutine<void> {
      yield* sleep(1);
      group.createTask(leaf());
    }
    function* main(): Coroutine<void> {
      const finished = yield* taskGroup(function* (group) {
        group.createTask(branch(group));
        return group;
      });
      expect(order).toEqual(["leaf"]);
      expect(() => finished.createTask(leaf())).toThrow("This task group is finished");
      try {
        yield* taskGroup(function* (group) {
          createTask(lateComer(group));
          throw new Error("block");
        });
      } catch {}
    }
    function* lateComer(group: TaskGroup): Coroutine<void> {
      expect(() => group.createTask(leaf())).toThrow("This task group is finished");
    }
    await runVirtual(main());
  });

  test("takes no iteration when it is empty, three with a task that returns at once", async () => {
    function* nothing(): Coroutine<void> {}
    function* main(): Coroutine<number[]> {
      return [
        yield* countIterations(taskGroup(nothing)),
        yield* countIterations(
          taskGroup(function* (group) {
            group.createTask(nothing());
          }),
        ),
      ];
    }
    expect(await runVirtual(main())).toEqual([0, 3]);
  });

  test("takes a block", async () => {
    await expect(runVirtual(taskGroup(sleep(1) as never))).rejects.toThrow(
      "taskGroup() takes a generator function",
    );
  });
});

describe("cancel() of a task group", () => {
  test("cancels its tasks and its block, and lets the program go on", async () => {
    const seen: string[] = [];
    function* main(): Coroutine<void> {
      const answer = yield* taskGroup(function* (group) {
        const task = group.createTask(sleep(10));
        task.addDoneCallback(() => seen.push(`task ${task.cancelled() ? "cancelled" : "done"}`));
        getRunningLoop().callLater(1, () => group.cancel());
        yield* sleep(5);
        seen.push("never");
      });
      seen.push(`${answer} at ${getRunningLoop().time()}`);
      expect(currentTask()?.cancelling()).toBe(0);
      yield* sleep(1);
      seen.push("goes on");
    }
    await runVirtual(main());
    expect(seen).toEqual(["task cancelled", "undefined at 1", "goes on"]);
  });

  test("keeps the answer of a block that is done, and whose tasks the group waits for", async () => {
    function* main(): Coroutine<string> {
      return yield* taskGroup(function* (group) {
        group.createTask(sleep(10));
        getRunningLoop().callLater(1, () => group.cancel());
        return "the block's own";
      });
    }
    expect(await runVirtual(main())).toBe("the block's own");
  });

  test("throws what tasks fail with when they are cancelled", async () => {
    function* fragile(): Coroutine<void> {
      try {
        yield* sleep(10);
      } finally {
        yield* failAfter(1, "clean-up");
      }
    }
    function* main(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        group.createTask(fragile());
        yield* sleep(1);
        group.cancel();
      });
    }
    const error = await runVirtual(main()).catch((caught: unknown) => caught);
    expect(messagesOf(error)).toEqual(["clean-up"]);
  });

  test("does not swallow a request of somebody else to cancel the block's task", async () => {
    function* stubborn(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch {
        yield* sleep(5);
      }
    }
    function* inner(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        group.createTask(stubborn());
        getRunningLoop().callLater(1, () => group.cancel());
        yield* sleep(10);
      });
    }
    function* main(): Coroutine<boolean> {
      const task = createTask(inner());
      yield* sleep(2);
      task.cancel();
      yield* wait([task]);
      return task.cancelled();
    }
    expect(await runVirtual(main())).toBe(true);
  });

  test("cancels an eager task that cancels the group before it belongs to it", async () => {
    function* main(): Coroutine<number> {
      getRunningLoop().setTaskFactory(eagerTaskFactory);
      yield* taskGroup(function* (group) {
        function* cancelsAtOnce(): Coroutine<void> {
          group.cancel();
          yield* new Event().wait();
        }
        group.createTask(cancelsAtOnce());
      });
      return getRunningLoop().time();
    }
    expect(await runVirtual(main())).toBe(0);
  });

  test("does nothing a second time, nor after the end; the group takes no more tasks", async () => {
    function* main(): Coroutine<string> {
      let group: TaskGroup | undefined;
      let refusal = "";
      yield* taskGroup(function* (each) {
        group = each;
        each.createTask(sleep(10));
        each.cancel();
        each.cancel();
        try {
          each.createTask(sleep(1));
        } catch (error) {
          refusal = String(error);
        }
        yield* sleep(1);
      });
      group?.cancel();
      yield* sleep(1);
      return refusal;
    }
    expect(await runVirtual(main())).toMatch(/shutting down/);
  });
});

describe("a task group with eager tasks", () => {
  test("ends when a task fails that was started by one on its way into the group", async () => {
    function* main(): Coroutine<void> {
      getRunningLoop().setTaskFactory(eagerTaskFactory);
      yield* taskGroup(function* (group) {
        function* startsOneThatFails(): Coroutine<void> {
          group.createTask(failAfterNothing());
          yield* new Event().wait();
        }
        group.createTask(startsOneThatFails());
      });
    }
    const error = await runVirtual(main()).catch((caught: unknown) => caught);
    expect(messagesOf(error)).toEqual(["at once"]);
  });

  test("goes on to the next wait of its block, though a task has failed at once", async () => {
    const reached: string[] = [];
    function* main(): Coroutine<void> {
      getRunningLoop().setTaskFactory(eagerTaskFactory);
      yield* taskGroup(function* (group) {
        group.createTask(failAfterNothing());
        group.createTask(failAfterNothing());
        reached.push("both started");
        yield* sleep(1);
        reached.push("slept");
      });
    }
    const error = await runVirtual(main()).catch((caught: unknown) => caught);
    expect(messagesOf(error)).toEqual(["at once", "at once"]);
    expect(reached).toEqual(["both started"]);
  });
});

function* failAfterNothing(): Coroutine<never> {
  throw new Error("at once");
}
