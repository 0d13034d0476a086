import { type Coroutine, createTask, gather, getRunningLoop, run, sleep, toThread } from "asyncio-ts";

/** Blocks its thread, as a long calculation does. */
function brew(drink: string, seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return `${drink} is ready`;
}

function* clock(): Coroutine<void> {
  for (let count = 0; count < 3; count++) {
    yield* sleep(0.1);
    console.log("tick");
  }
}

function* main(): Coroutine<void> {
  const ticking = createTask(clock());
  const loop = getRunningLoop();
  const drinks = yield* gather(toThread(brew, "tea", 0.5), loop.runInExecutor(undefined, brew, "coffee", 1));
  console.log(drinks.join(", "));
  yield* ticking;
}

await run(main());
