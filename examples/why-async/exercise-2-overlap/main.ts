import { type Coroutine, run, sleep } from "asyncio-ts";

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
  // Count while the server thinks. It must have been asked before, and a task
  // takes its first step only when main gives way.
  const answer = yield* fetchAnswer();
  console.log("primes below 500:", countPrimes(500));
  console.log("answer:", answer);
}

await run(main());
