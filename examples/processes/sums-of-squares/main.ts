import { type Coroutine, Pool, run } from "asyncio-ts";

function sumOfSquares(limit: number): number {
  let sum = 0;
  for (let n = 0; n < limit; n++) {
    sum += n * n;
  }
  return sum;
}

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    const sums = yield* pool.map(sumOfSquares, [10, 100, 1000, 100_000]);
    for (const sum of sums) {
      console.log(sum);
    }
  });
}

await run(main());
