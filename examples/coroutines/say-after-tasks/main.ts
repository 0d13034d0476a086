import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* sayAfter(delay: number, what: string): Coroutine<void> {
  yield* sleep(delay);
  console.log(what);
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();

  const hello = createTask(sayAfter(1, "hello"));
  const world = createTask(sayAfter(2, "world"));
  console.log("both are scheduled");

  yield* hello;
  yield* world;

  // Measured here and now, so it goes to the error output.
  console.warn(`took ${(loop.time() - start).toFixed(1)} s`);
}

await run(main());
