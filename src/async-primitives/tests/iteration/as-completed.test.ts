import { expect } from "vitest";
import {
  anext,
  asCompleted,
  asyncFor,
  type Coroutine,
  createTask,
  formatCallGraph,
  fromPromise,
  getRunningLoop,
  StopAsyncIteration,
  sleep,
  TimeoutError,
  toAsyncIterable,
} from "../../index.ts";
import { loopTest, thrownBy } from "../cpython/loop-test.ts";

function* fail(delay: number): Coroutine<never> {
  yield* sleep(delay);
  throw new Error("failed");
}

loopTest("asyncFor gets the tasks that it was given, and new ones for coroutines", function* () {
  const slow = createTask(sleep(3, "slow"));
  const quick = createTask(sleep(1, "quick"));
  const seen: unknown[] = [];
  yield* asyncFor(asCompleted([slow, quick, fail(2)]), function* (task) {
    expect(task.done()).toBe(true);
    seen.push(task === slow ? "slow" : task === quick ? "quick" : task.exception());
  });
  expect(seen).toEqual(["quick", new Error("failed"), "slow"]);
});

loopTest("asyncFor gets each future once, however often it was given", function* () {
  const future = getRunningLoop().createFuture<number>();
  future.setResult(3);
  const seen: unknown[] = [];
  yield* asyncFor(asCompleted([future, future]), function* (each) {
    seen.push(each === future);
  });
  expect(seen).toEqual([true]);
});

loopTest("both kinds of loop share what comes", function* () {
  const completions = asCompleted([sleep(1, "p"), sleep(2, "q"), sleep(3, "r")]);
  const { value } = completions.next();
  expect(completions.aiter()).toBe(completions);
  expect((yield* anext(completions)).result()).toBe("p");
  expect(yield* value as Coroutine<string>).toBe("q");
  expect((yield* completions.anext()).result()).toBe("r");
  expect(completions.next()).toEqual({ done: true, value: undefined });
  expect(yield* thrownBy(anext(completions))).toBeInstanceOf(StopAsyncIteration);
});

loopTest("a plain loop can break off and come back", function* () {
  const completions = asCompleted([sleep(1, "p"), sleep(2, "q")]);
  for (const next of completions) {
    expect(yield* next).toBe("p");
    break;
  }
  for (const next of completions) {
    expect(yield* next).toBe("q");
  }
});

loopTest("what is left at the timeout throws, one after the other", function* () {
  const seen: unknown[] = [];
  const completions = asCompleted([sleep(1, "p"), sleep(60), sleep(60)], { timeout: 2 });
  const loop = asyncFor(completions, function* (task) {
    seen.push(task.result());
  });
  expect(yield* thrownBy(loop)).toBeInstanceOf(TimeoutError);
  expect(yield* thrownBy(anext(completions))).toBeInstanceOf(TimeoutError);
  expect(yield* anext(completions, "none")).toBe("none");
  expect(seen).toEqual(["p"]);
});

loopTest("native code can go through it", function* () {
  const quick = createTask(sleep(1, "quick"));
  const completions = toAsyncIterable(asCompleted([sleep(2, "slow"), quick]));
  const seen: unknown[] = [];
  const native = async () => {
    const iterator = completions[Symbol.asyncIterator]();
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      seen.push(step.value === quick, step.value.result());
    }
  };
  yield* fromPromise(native());
  expect(seen).toEqual([true, "quick", false, "slow"]);
});

loopTest("whoever waits for the next one waits for all that are left", function* () {
  const tea = createTask(sleep(1), { name: "tea" });
  const coffee = createTask(sleep(2), { name: "coffee" });
  function* drink(): Coroutine<void> {
    for (const next of asCompleted([tea, coffee])) {
      yield* next;
    }
  }
  const guest = createTask(drink(), { name: "guest" });
  const graph = [
    "  + waits for a Future",
    "  + awaited by:",
    "    * Task 'guest'",
    "      + waits for a Future",
  ];
  yield* sleep(0.5);
  expect(formatCallGraph(tea).split("\n")).toEqual(["* Task 'tea'", ...graph]);
  yield* sleep(1);
  expect(formatCallGraph(tea)).toBe("* Task 'tea'");
  expect(formatCallGraph(coffee).split("\n")).toEqual(["* Task 'coffee'", ...graph]);
  yield* guest;
});
