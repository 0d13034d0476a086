import { expectTypeOf, test } from "vitest";
import { type Awaitable, getRunningLoop, type Job, Pool, ThreadPoolExecutor, toThread } from "../../index.ts";

const half = (n: number) => `${n / 2}`;
const add = async (a: number, b: number) => a + b;

test("a job has the type of what its function returns, or promises", () => {
  const executor = new ThreadPoolExecutor();
  expectTypeOf(executor.submit(half, 1)).toEqualTypeOf<Job<string>>();
  expectTypeOf(executor.submit(add, 1, 2)).toEqualTypeOf<Job<number>>();
  expectTypeOf(executor.map(add, [1], [2])).toEqualTypeOf<Job<number[]>>();
  const pool = new Pool();
  expectTypeOf(pool.apply(half, [1])).toEqualTypeOf<Job<string>>();
  expectTypeOf(pool.map(half, [1])).toEqualTypeOf<Job<string[]>>();
  expectTypeOf(pool.starmap(add, [[1, 2]])).toEqualTypeOf<Job<number[]>>();
  expectTypeOf(pool.imap(half, [1])).toEqualTypeOf<IterableIterator<Awaitable<string>>>();
});

test("arguments have the types of the parameters", function* () {
  // @ts-expect-error: a number is wanted
  new ThreadPoolExecutor().submit(half, "1");
  // @ts-expect-error: a number is wanted
  new Pool().map(half, ["1"]);
  // @ts-expect-error: one argument is missing
  yield* toThread(add, 1);
  // @ts-expect-error: one argument is missing
  yield* getRunningLoop().runInExecutor(undefined, add, 1);
});
