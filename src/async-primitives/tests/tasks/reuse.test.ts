import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  RuntimeError,
  shield,
  sleep,
  taskGroup,
  waitFor,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";

/** What coroutines are used twice here: by what they do before their end. */
const makers: Record<string, () => Coroutine<unknown>> = {
  *sleeps() {
    yield* sleep(1);
    return "value";
  },
  *sleepsTwice() {
    yield* sleep(1);
    yield* sleep(1);
    return "value";
  },
  *turns() {
    yield* sleep(0);
    yield* sleep(0);
    yield* sleep(0);
    return "value";
  },
  *returnsAtOnce() {
    return "value";
  },
  *fails() {
    yield* sleep(1);
    throw new Error("own");
  },
};

/** What came of something that was awaited, in a word. */
function* outcome(awaited: () => Awaitable<unknown>): Coroutine<string> {
  try {
    return String(yield* awaited());
  } catch (error) {
    return nameOf(error);
  }
}

function nameOf(error: unknown): string {
  if (error instanceof RuntimeError) {
    return /^cannot reuse already awaited coroutine: /.test(error.message) ? "reused" : "shared";
  }
  return error instanceof CancelledError ? "cancelled" : (error as Error).message;
}

function* awaits(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  return yield* coroutine;
}

function* both(a: Awaitable<unknown>, b: Awaitable<unknown>): Coroutine<string[]> {
  const outcomes = yield* gather([a, b], { returnExceptions: true });
  return outcomes.map((each) => (each instanceof Error ? nameOf(each) : String(each)));
}

const uses: Record<string, (coroutine: Coroutine<unknown>) => Coroutine<string[]>> = {
  *"a task, and a caller before its first step"(coroutine) {
    const task = createTask(coroutine);
    return [yield* outcome(() => coroutine), yield* outcome(() => task)];
  },
  *"a task, and a caller after its first step"(coroutine) {
    const task = createTask(coroutine);
    yield* sleep(0);
    return [yield* outcome(() => coroutine), yield* outcome(() => task)];
  },
  *"a task, and a caller after its end"(coroutine) {
    const task = createTask(coroutine);
    return [yield* outcome(() => task), yield* outcome(() => coroutine)];
  },
  *"two tasks"(coroutine) {
    return yield* both(createTask(coroutine), createTask(coroutine));
  },
  *"a task, and a task that awaits it"(coroutine) {
    return yield* both(createTask(coroutine), createTask(awaits(coroutine)));
  },
  *"a task that awaits it, and a task"(coroutine) {
    return yield* both(createTask(awaits(coroutine)), createTask(coroutine));
  },
  *"waitFor, twice"(coroutine) {
    return [yield* outcome(() => waitFor(coroutine, 9)), yield* outcome(() => waitFor(coroutine, 9))];
  },
  *"waitFor, then a caller, then a task"(coroutine) {
    return [
      yield* outcome(() => waitFor(coroutine, 9)),
      yield* outcome(() => coroutine),
      yield* outcome(() => createTask(coroutine)),
    ];
  },
  *"waitFor, twice at the same time"(coroutine) {
    return yield* both(waitFor(coroutine, 9), waitFor(coroutine, 9));
  },
  *"gather, twice"(coroutine) {
    return [yield* outcome(() => gather(coroutine, coroutine)), yield* outcome(() => gather(coroutine))];
  },
  *"shield, twice"(coroutine) {
    return [yield* outcome(() => shield(coroutine)), yield* outcome(() => shield(coroutine))];
  },
  *"a task that is cancelled before its first step, then a caller"(coroutine) {
    const task = createTask(coroutine);
    task.cancel();
    return [yield* outcome(() => task), yield* outcome(() => coroutine)];
  },
  *"a task that is cancelled while a caller runs its coroutine"(coroutine) {
    const task = createTask(coroutine);
    getRunningLoop().callSoon(() => void task.cancel());
    return [yield* outcome(() => coroutine), yield* outcome(() => task)];
  },
  *"two tasks of a group"(coroutine) {
    const first: string[] = [];
    const group = yield* outcome(() =>
      taskGroup(function* (tasks) {
        tasks.createTask(coroutine).addDoneCallback((task) => {
          const exception = task.exception();
          first.push(exception === undefined ? String(task.result()) : nameOf(exception));
        });
        tasks.createTask(coroutine);
      }),
    );
    return [...first, group.replace(/^unhandled.*/, "the group fails")];
  },
};

/** As CPython 3.13 has it, for those that sleep, sleep twice, take turns, return at once and fail. */
const judged: Record<string, readonly string[][]> = {
  "a task, and a caller before its first step": [
    ["value", "reused"],
    ["value", "reused"],
    ["reused", "value"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "a task, and a caller after its first step": [
    ["shared", "value"],
    ["shared", "value"],
    ["shared", "value"],
    ["reused", "value"],
    ["shared", "own"],
  ],
  "a task, and a caller after its end": [
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "two tasks": [
    ["value", "reused"],
    ["value", "reused"],
    ["reused", "value"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "a task, and a task that awaits it": [
    ["value", "shared"],
    ["value", "shared"],
    ["value", "shared"],
    ["value", "reused"],
    ["own", "shared"],
  ],
  "a task that awaits it, and a task": [
    ["value", "reused"],
    ["value", "reused"],
    ["reused", "value"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "waitFor, twice": [
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "waitFor, then a caller, then a task": [
    ["value", "reused", "reused"],
    ["value", "reused", "reused"],
    ["value", "reused", "reused"],
    ["value", "reused", "reused"],
    ["own", "reused", "reused"],
  ],
  "waitFor, twice at the same time": [
    ["value", "shared"],
    ["value", "shared"],
    ["value", "shared"],
    ["value", "reused"],
    ["own", "shared"],
  ],
  "gather, twice": [
    ["value,value", "reused"],
    ["value,value", "reused"],
    ["value,value", "reused"],
    ["value,value", "reused"],
    ["own", "reused"],
  ],
  "shield, twice": [
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["own", "reused"],
  ],
  "a task that is cancelled before its first step, then a caller": [
    ["cancelled", "reused"],
    ["cancelled", "reused"],
    ["cancelled", "reused"],
    ["cancelled", "reused"],
    ["cancelled", "reused"],
  ],
  "a task that is cancelled while a caller runs its coroutine": [
    ["cancelled", "reused"],
    ["cancelled", "reused"],
    ["reused", "cancelled"],
    ["value", "reused"],
    ["cancelled", "reused"],
  ],
  "two tasks of a group": [
    ["value", "the group fails"],
    ["value", "the group fails"],
    ["reused", "the group fails"],
    ["value", "the group fails"],
    ["own", "the group fails"],
  ],
};

describe("a coroutine that is used twice, as in CPython", () => {
  const cases = Object.entries(judged).flatMap(([use, outcomes]) =>
    Object.keys(makers).map((maker, i) => [use, maker, outcomes[i]] as const),
  );

  test.each(cases)("%s: one that %s", async (use, maker, outcomes) => {
    expect(
      await runVirtual(uses[use]?.(makers[maker]?.() as Coroutine<unknown>) as Coroutine<string[]>),
    ).toEqual(outcomes);
  });
});

describe("what nobody but the language takes part in is seen in debug mode", () => {
  const inDebugMode: Record<string, (coroutine: Coroutine<unknown>) => Coroutine<string[]>> = {
    *"a caller, twice"(coroutine) {
      return [yield* outcome(() => coroutine), yield* outcome(() => coroutine)];
    },
    *"a caller, then a task"(coroutine) {
      return [yield* outcome(() => coroutine), yield* outcome(() => createTask(coroutine))];
    },
    *"two callers at the same time"(coroutine) {
      return yield* both(awaits(coroutine), awaits(coroutine));
    },
  };
  const ends = [
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["value", "reused"],
    ["own", "reused"],
  ];
  const atOnce = [
    ["value", "shared"],
    ["value", "shared"],
    ["value", "shared"],
    ["value", "reused"],
    ["own", "shared"],
  ];
  const cases = Object.keys(inDebugMode).flatMap((use) =>
    Object.keys(makers).map((maker, i) => [use, maker, (/same/.test(use) ? atOnce : ends)[i]] as const),
  );

  test.each(cases)("%s: one that %s", async (use, maker, outcomes) => {
    const coroutine = makers[maker]?.() as Coroutine<unknown>;
    const main = inDebugMode[use]?.(coroutine) as Coroutine<string[]>;
    expect(await runVirtual(main, { debug: true })).toEqual(outcomes);
  });

  test("ordinary generators may be iterated over again, and all are as before when the run is over", async () => {
    const prototype = Object.getPrototypeOf(function* () {}).prototype;
    const before = Object.getOwnPropertyDescriptors(prototype);
    function* numbers(): Generator<number, string> {
      yield 1;
      yield 2;
      return "the end";
    }
    function* main(): Coroutine<unknown[]> {
      const all = numbers();
      const some = numbers();
      some.next();
      yield* sleep(0);
      return [[...all], [...all], [...some], [...some]];
    }
    expect(await runVirtual(main(), { debug: true })).toEqual([[1, 2], [], [2], []]);
    expect(Object.getOwnPropertyDescriptors(prototype)).toEqual(before);
  });

  test("without it a second yield* gives undefined", async () => {
    function* main(): Coroutine<unknown[]> {
      const coroutine = makers.sleeps?.() as Coroutine<unknown>;
      return [yield* coroutine, yield* coroutine];
    }
    expect(await runVirtual(main())).toEqual(["value", undefined]);
  });
});

test("a second task that is cancelled before its first step leaves the first alone, where CPython's never ends", async () => {
  function* main(): Coroutine<unknown> {
    const coroutine = makers.sleeps?.() as Coroutine<unknown>;
    const first = createTask(coroutine);
    const second = createTask(coroutine);
    second.cancel();
    return yield* both(first, second);
  }
  expect(await runVirtual(main())).toEqual(["value", "reused"]);
});
