import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* fetchAnswer(): Coroutine<number> {
  console.log("asks the server");
  yield* sleep(0.2);
  console.log("the server has answered");
  return 42;
}

function countPrimes(upto: number): number {
  let count = 0;
  for (let n = 2; n < upto; n++) {
    let d = 2;
    while (d < n && n % d !== 0) {
      d += 1;
    }
    if (d === n) {
      count += 1;
    }
  }
  return count;
}

function* main(): Coroutine<void> {
  const answer = createTask(fetchAnswer());
  yield* sleep(0);
  console.log("primes below 500:", countPrimes(500));
  console.log("answer:", yield* answer);
}

await run(main());
