import { expectTypeOf, test } from "vitest";
import {
  type Awaitable,
  getRunningLoop,
  type Job,
  type MappedJobs,
  Pool,
  ThreadPoolExecutor,
  toThread,
} from "../../index.ts";

const half = (n: number) => `${n / 2}`;
const add = async (a: number, b: number) => a + b;
const label = (text: string, n: number, isLast?: boolean) => `${text} ${n} ${isLast}`;

test("a job has the type of what its function returns, or promises", () => {
  const executor = new ThreadPoolExecutor();
  expectTypeOf(executor.submit(half, 1)).toEqualTypeOf<Job<string>>();
  expectTypeOf(executor.submit(add, 1, 2)).toEqualTypeOf<Job<number>>();
  expectTypeOf(executor.map(add, [1], [2])).toEqualTypeOf<MappedJobs<number>>();
  expectTypeOf(executor.map(add, [1], [2])).toExtend<Job<number[]>>();
  const pool = new Pool();
  expectTypeOf(pool.apply(half, [1])).toEqualTypeOf<Job<string>>();
  expectTypeOf(pool.map(half, [1])).toEqualTypeOf<Job<string[]>>();
  expectTypeOf(pool.starmap(add, [[1, 2]])).toEqualTypeOf<Job<number[]>>();
  expectTypeOf(pool.imap(half, [1])).toEqualTypeOf<IterableIterator<Awaitable<string>>>();
});

test("an executor maps as many lists as the function takes", () => {
  const executor = new ThreadPoolExecutor();
  expectTypeOf(executor.map(label, ["a"], new Set([1]), [true])).toEqualTypeOf<MappedJobs<string>>();
  expectTypeOf(executor.map(label, ["a"], [1])).toEqualTypeOf<MappedJobs<string>>();
  expectTypeOf(executor.map((n) => n * 2, [1])).toEqualTypeOf<MappedJobs<number>>();
  expectTypeOf(executor.map((n, text) => text.repeat(n), [1], ["a"])).toEqualTypeOf<MappedJobs<string>>();
  expectTypeOf(executor.map(() => 1, [1], ["a"])).toEqualTypeOf<MappedJobs<number>>();
  // @ts-expect-error: a number is wanted
  executor.map(label, ["a"], ["b"]);
  // @ts-expect-error: one list is missing
  executor.map(label, ["a"]);
  // @ts-expect-error: there is no list
  executor.map(half);
});

test("a pool applies a function without arguments", () => {
  const pool = new Pool();
  expectTypeOf(pool.apply(() => 1)).toEqualTypeOf<Job<number>>();
  expectTypeOf(pool.apply((n?: number) => n)).toEqualTypeOf<Job<number | undefined>>();
  expectTypeOf(pool.apply(add, [1, 2] as const)).toEqualTypeOf<Job<number>>();
  // @ts-expect-error: one argument is missing
  pool.apply(half);
});

test("the block of an executor can be anything that is awaited", function* () {
  const executor = new ThreadPoolExecutor();
  expectTypeOf(yield* executor.with(() => executor.submit(half, 1))).toEqualTypeOf<string>();
  expectTypeOf(yield* new Pool().with((pool) => pool.map(half, [1]))).toEqualTypeOf<string[]>();
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
