import { describe, expect, test, vi } from "vitest";
import {
  type Awaitable,
  asCompleted,
  type Coroutine,
  createTask,
  currentTask,
  gather,
  getRunningLoop,
  shield,
  sleep,
  type Task,
  taskGroup,
  timeout,
  wait,
  waitFor,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";

const me = () => currentTask() as Task<unknown>;

function* awaiting(awaitable: () => Awaitable<unknown>): Coroutine<unknown> {
  return yield* awaitable();
}

const bodies = {
  itself: () => me(),
  "itself in waitFor": () => waitFor(me(), 1),
  "itself in waitFor without a limit": () => waitFor(me(), null),
  "itself in a timeout": () => timeout(1, me),
  "itself in waitFor, without time": () => waitFor(me(), 0),
  "itself in wait, with a time limit": () => wait([me()], { timeout: 1 }),
  "itself in asCompleted, with a time limit": () => [...asCompleted([me()], { timeout: 1 })][0],
  "itself in wait": () => wait([me()]),
  "itself in asCompleted": () => [...asCompleted([me()])][0],
  "itself in shield": () => shield(me()),
  "itself in shield, cancelled": function* () {
    me().cancel();
    yield* shield(me());
  },
  "itself in gather": () => gather(me()),
  "itself and another in gather": () => gather(me(), sleep(0)),
  "itself in gather with returnExceptions": () => gather([me()], { returnExceptions: true }),
  "a task that waits for it": function* () {
    const task = me();
    yield* createTask(
      awaiting(() => task),
      { name: "child" },
    );
  },
  "two that wait for each other": function* () {
    const first: Task<unknown> = createTask(
      awaiting(() => second),
      { name: "first" },
    );
    const second = createTask(
      awaiting(() => first),
      { name: "second" },
    );
    yield* first;
  },
  "a group with a task that waits for it": function* () {
    const task = me();
    yield* taskGroup(function* (group) {
      group.createTask(
        awaiting(() => task),
        { name: "child" },
      );
    });
  },
} as Record<string, () => Awaitable<unknown>>;

/** What becomes of a task after ten seconds, and if nothing, what its `cancel()` answers and what has become of it then. */
function* fateOf(body: () => Awaitable<unknown>): Coroutine<unknown[]> {
  getRunningLoop().setExceptionHandler(() => {});
  const task = createTask(awaiting(body), { name: "t" });
  const state = () => {
    if (!task.done()) {
      return "waits";
    }
    return task.cancelled() ? "cancelled" : ((task.exception() as Error)?.name ?? "finished");
  };
  yield* wait([task], { timeout: 10 });
  if (task.done()) {
    return [state()];
  }
  let answer: unknown;
  try {
    answer = task.cancel();
  } catch (error) {
    answer = (error as Error).name;
  }
  yield* wait([task], { timeout: 10 });
  return ["waits", answer, state()];
}

/** Python has a RecursionError, which is a kind of RuntimeError. */
const tooDeep = "RuntimeError";

describe("a task that waits for itself fares as in CPython 3.13, where it awaits", () => {
  test.each<[string, unknown[]]>([
    ["itself", ["RuntimeError"]],
    ["itself in waitFor", ["RuntimeError"]],
    ["itself in waitFor without a limit", ["RuntimeError"]],
    ["itself in a timeout", ["RuntimeError"]],
    ["itself in waitFor, without time", ["cancelled"]],
    ["itself in wait, with a time limit", ["finished"]],
    ["itself in asCompleted, with a time limit", ["TimeoutError"]],
    ["itself in wait", ["waits", true, "cancelled"]],
    ["itself in asCompleted", ["waits", true, "cancelled"]],
    ["itself in shield", ["waits", true, "cancelled"]],
    ["itself in shield, cancelled", ["cancelled"]],
    ["itself in gather", ["waits", tooDeep, "waits"]],
    ["itself and another in gather", ["waits", tooDeep, "waits"]],
    ["itself in gather with returnExceptions", ["waits", tooDeep, "waits"]],
    ["a task that waits for it", ["waits", tooDeep, "waits"]],
    ["two that wait for each other", ["waits", tooDeep, "waits"]],
    ["a group with a task that waits for it", ["waits", true, "waits"]],
  ])("%s", async (name, fate) => {
    expect(await untilKnown(() => fateOf(bodies[name] as () => Awaitable<unknown>))).toEqual(fate);
  });
});

test("tasks that wait for the same one, and no circle, are cancelled together", async () => {
  function* main(): Coroutine<unknown[]> {
    const slow = createTask(sleep(10));
    const waiting = [1, 2].map(() => createTask(awaiting(() => gather(slow, slow))));
    const all = createTask(awaiting(() => gather(...waiting)));
    yield* sleep(1);
    const answer = all.cancel();
    yield* wait([all]);
    return [answer, slow.cancelled(), all.cancelled()];
  }
  expect(await runVirtual(main())).toEqual([true, true, true]);
});

test("a gather that has failed leads into no circle any more", async () => {
  function* main(): Coroutine<unknown[]> {
    const task: Task<unknown> = createTask(awaiting(() => gather(child, failing)));
    const child = createTask(awaiting(() => task));
    const failing = getRunningLoop().createFuture<never>();
    yield* sleep(0);
    yield* sleep(0);
    failing.setException(new Error("failed"));
    yield* sleep(0);
    // The gather has failed, and the task has not heard of it yet.
    const answer = task.cancel();
    yield* wait([task, child]);
    return [answer, task.cancelled(), child.cancelled()];
  }
  expect(await runVirtual(main())).toEqual([true, true, true]);
});

test("a chain of three thousand tasks is cancelled as one of two", async () => {
  function* main(): Coroutine<unknown[]> {
    let last: Task<unknown> = createTask(sleep(10));
    const first = last;
    for (let i = 0; i < 3_000; i++) {
      const next = last;
      last = createTask(awaiting(() => next));
    }
    yield* sleep(1);
    const answer = last.cancel();
    yield* wait([last]);
    return [answer, first.cancelled(), last.cancelled()];
  }
  expect(await runVirtual(main())).toEqual([true, true, true]);
});

describe("debug mode warns of a task that waits for itself by way of others", () => {
  test.each([
    ["itself in shield", "Task 't' waits for itself, by way of shield"],
    ["itself in gather", "Task 't' waits for itself, by way of gather"],
    ["a task that waits for it", "Task 'child' waits for itself, by way of Task 't'"],
    ["two that wait for each other", "Task 'second' waits for itself, by way of Task 'first'"],
    [
      "a group with a task that waits for it",
      "Task 'child' waits for itself, by way of Task 't' and task group",
    ],
  ])("%s", async (name, warning) => {
    const [first] = await warningsOf(bodies[name] as () => Awaitable<unknown>, true);
    expect(first).toBe(`${warning}: that would never end`);
  });

  test("not of one that may come free, nor of one that is told by an error", async () => {
    expect(await warningsOf(bodies["itself in wait, with a time limit"] as never, true)).toEqual([]);
    expect(await warningsOf(bodies.itself as never, true)).toEqual([]);
  });

  test("not of many that wait for the same one", async () => {
    function* main(): Coroutine<unknown> {
      const slow = createTask(sleep(1));
      const waiting = [1, 2].map(() => createTask(awaiting(() => gather(shield(slow), slow))));
      return yield* gather(...waiting, slow);
    }
    expect(await warningsOf(main, true)).toEqual([]);
  });

  test("and nothing does without it", async () => {
    expect(await warningsOf(bodies["itself in gather"] as never, false)).toEqual([]);
  });
});

/** A run that has a circle of tasks in it fails at its end, or never comes to one. */
function untilKnown<T>(body: () => Coroutine<T>, debug = false): Promise<T> {
  return new Promise((resolve) => {
    const main = function* () {
      resolve(yield* body());
    };
    runVirtual(main(), { debug }).catch(() => {});
  });
}

async function warningsOf(body: () => Awaitable<unknown>, debug: boolean): Promise<unknown[]> {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    await untilKnown(() => fateOf(body), debug);
    return warn.mock.calls.flat();
  } finally {
    warn.mockRestore();
  }
}
