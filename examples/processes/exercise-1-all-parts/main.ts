import { type Coroutine, Pool, run } from "asyncio-ts";

function countPrimes({ start, stop }: { start: number; stop: number }): number {
  let count = 0;
  for (let number = Math.max(2, start); number < stop; number++) {
    let d = 2;
    while (d * d <= number && number % d !== 0) {
      d += 1;
    }
    if (d * d > number) {
      count += 1;
    }
  }
  return count;
}

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    // Only a quarter, and only one worker. Count to 20,000 in four parts.
    const count = yield* pool.apply(countPrimes, [{ start: 0, stop: 5000 }]);
    console.log("primes:", count);
  });
}

await run(main());
