import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* square(number: number): Coroutine<number> {
  console.log("squaring", number);
  yield* sleep(0.2);
  console.log("squared", number);
  return number * number;
}

function* main(): Coroutine<void> {
  const squares = yield* gather(square(1), square(2), square(3));
  console.log(
    "sum:",
    squares.reduce((sum, result) => sum + result, 0),
  );
}

await run(main());
