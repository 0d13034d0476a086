import { type Coroutine, Pool, run } from "asyncio-ts";

function brew(seconds: number): number {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return seconds;
}

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    // The guests want their drinks in the order of the menu.
    for (const next of pool.imapUnordered(brew, [1.6, 0.1])) {
      console.log("ready:", yield* next);
    }
  });
}

await run(main());
