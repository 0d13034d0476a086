import { type Coroutine, Pool, run } from "asyncio-ts";

function brew(seconds: number): number {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return seconds;
}

function* main(): Coroutine<void> {
  yield* new Pool(2).with(function* (pool) {
    for (const next of pool.imap(brew, [1.6, 0.1])) {
      console.log("ready:", yield* next);
    }
  });
}

await run(main());
