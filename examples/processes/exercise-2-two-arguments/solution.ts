import { type Coroutine, Pool, run } from "asyncio-ts";

function power(base: number, exponent: number): number {
  return base ** exponent;
}

const pairs: [number, number][] = [
  [2, 10],
  [3, 4],
  [10, 3],
];

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    console.log(...(yield* pool.starmap(power, pairs)));
  });
}

await run(main());
