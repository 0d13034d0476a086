import { type Coroutine, Pool, run } from "asyncio-ts";

function isPrime(number: number): boolean {
  let d = 2;
  while (d * d <= number && number % d !== 0) {
    d += 1;
  }
  return number > 1 && d * d > number;
}

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    const numbers = Array.from({ length: 10_000 }, (_, n) => n);
    const answers = yield* pool.map(isPrime, numbers, { chunksize: 1000 });
    console.log("numbers:", answers.length);
    console.log("primes:", answers.filter(Boolean).length);
    console.log("messages there:", answers.length / 1000);
  });
}

await run(main());
