import { type Coroutine, createTask, run } from "asyncio-ts";

function isPrime(number: number): boolean {
  for (let d = 2; d * d <= number; d++) if (number % d === 0) return false;
  return true;
}

function* countPrimes(upto: number): Coroutine<number> {
  let count = 0;
  // Every thousand numbers, let the others have a turn.
  for (let number = 2; number < upto; number++) {
    if (isPrime(number)) count += 1;
  }
  return count;
}

function* answerThePhone(): Coroutine<void> {
  console.log("the phone is answered");
}

function* main(): Coroutine<void> {
  const phone = createTask(answerThePhone());
  console.log("primes below 10000:", yield* countPrimes(10_000));
  yield* phone;
}

await run(main());
