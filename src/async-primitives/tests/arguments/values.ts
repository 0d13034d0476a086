import { type Coroutine, sleep } from "../../index.ts";

/** What somebody may hand to a function by mistake. Each call makes new ones, as a coroutine can be used once. */
export function makeValues(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["-1", -1],
    ["1.5", 1.5],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["10n", 10n],
    ["true", true],
    ["text", "x"],
    ["empty text", ""],
    ["symbol", Symbol("s")],
    ["object", {}],
    ["object without a class", Object.create(null)],
    ["date", new Date(0)],
    ["empty array", []],
    ["array of numbers", [5]],
    ["promise", Promise.resolve(5)],
    ["function", () => 5],
    ["async function", async () => 5],
    ["generator function", work],
    ["coroutine", work()],
    ["used coroutine", usedUp()],
  ]);
}

function* work(): Coroutine<number> {
  yield* sleep(0);
  return 5;
}

function usedUp(): Coroutine<number> {
  const coroutine = work();
  while (!coroutine.next().done) {}
  return coroutine;
}
