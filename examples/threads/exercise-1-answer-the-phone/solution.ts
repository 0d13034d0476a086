import { type Coroutine, createTask, run, sleep, toThread } from "asyncio-ts";

function countPrimes(upto: number): number {
  let count = 0;
  for (let number = 2; number < upto; number++) {
    let d = 2;
    while (d * d <= number && number % d !== 0) d += 1;
    if (d * d > number) count += 1;
  }
  return count;
}

function* phone(): Coroutine<void> {
  yield* sleep(0);
  console.log("hello?");
}

function* main(): Coroutine<void> {
  const call = createTask(phone());
  console.log("primes:", yield* toThread(countPrimes, 20_000));
  yield* call;
}

await run(main());
