import { type Coroutine, Pool, run } from "asyncio-ts";

function power(base: number, exponent = 1): number {
  return base ** exponent;
}

const pairs: [number, number][] = [
  [2, 10],
  [3, 4],
  [10, 3],
];

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    // map hands over one argument. Another method hands over all of a list.
    const bases = pairs.map(([base]) => base);
    console.log(...(yield* pool.map(power, bases)));
  });
}

await run(main());
