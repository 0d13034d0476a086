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
    const parts = [0, 1, 2, 3].map((n) => ({ start: n * 5000, stop: (n + 1) * 5000 }));
    const counts = yield* pool.map(countPrimes, parts);
    console.log(
      "primes:",
      counts.reduce((sum, count) => sum + count),
    );
  });
}

await run(main());
