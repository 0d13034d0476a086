import { type Coroutine, createTask, Pool, run, sleep } from "asyncio-ts";

function calculate(seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return "calculated";
}

function* clock(): Coroutine<void> {
  for (let count = 0; count < 3; count++) {
    yield* sleep(0.1);
    console.log("tick");
  }
}

function* main(): Coroutine<void> {
  yield* new Pool(1).with(function* (pool) {
    const ticking = createTask(clock());
    console.log(yield* pool.apply(calculate, [1]));
    yield* ticking;
  });
}

await run(main());
