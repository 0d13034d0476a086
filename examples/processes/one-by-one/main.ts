import { type Coroutine, Pool, run } from "asyncio-ts";

const square = (n: number): number => n * n;

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    for (const next of pool.imap(square, [1, 2, 3, 4, 5])) {
      console.log(yield* next);
    }

    const results: number[] = [];
    for (const next of pool.imapUnordered(square, [1, 2, 3, 4, 5])) {
      results.push(yield* next);
    }
    console.log("all of them:", ...results.sort((a, b) => a - b));
  });
}

await run(main());
