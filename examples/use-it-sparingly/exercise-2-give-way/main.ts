import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function isPrime(number: number): boolean {
  for (let d = 2; d * d <= number; d++) {
    if (number % d === 0) {
      return false;
    }
  }
  return true;
}

let reached = 0;

function* countPrimes(upto: number): Coroutine<number> {
  let count = 0;
  // Every thousand numbers, let the others run.
  for (let number = 2; number < upto; number++) {
    reached = number;
    if (isPrime(number)) {
      count += 1;
    }
  }
  return count;
}

function* answerThePhone(): Coroutine<void> {
  for (let call = 1; call <= 3; call++) {
    console.log(`call ${call} is answered at number ${reached}`);
    yield* sleep(0);
  }
}

function* main(): Coroutine<void> {
  const phone = createTask(answerThePhone());
  console.log("primes below 10000:", yield* countPrimes(10_000));
  yield* phone;
}

await run(main());
