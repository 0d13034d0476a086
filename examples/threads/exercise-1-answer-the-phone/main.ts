import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function countPrimes(upto: number): number {
  let count = 0;
  for (let number = 2; number < upto; number++) {
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

let counting = false;

function* phone(): Coroutine<void> {
  yield* sleep(0);
  console.log(counting ? "hello? We are counting" : "hello?");
}

function* main(): Coroutine<void> {
  // The caller waits until all is counted. Have a thread count.
  const call = createTask(phone());
  counting = true;
  console.log("primes:", countPrimes(20_000));
  counting = false;
  yield* call;
}

await run(main());
