import { type Coroutine, run, sleep } from "asyncio-ts";

function* square(number: number): Coroutine<number> {
  console.log("squaring", number);
  yield* sleep(0.2);
  console.log("squared", number);
  return number * number;
}

function* main(): Coroutine<void> {
  // Change this function: square 1, 2 and 3 at the same time, then print
  // "sum:" and the sum of the three results.
  const result = yield* square(1);
  console.log("sum:", result);
}

await run(main());
