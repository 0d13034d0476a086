import { type Coroutine, createTask, gather, getRunningLoop, run, sleep } from "asyncio-ts";

/** Most of the time a connection has nothing to say. */
function* visitor(number: number): Coroutine<number> {
  yield* sleep(0.2);
  return number;
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  const numbers = Array.from({ length: 1000 }, (_, number) => number);
  const tasks = numbers.map((number) => createTask(visitor(number)));
  console.log("tasks on one thread:", tasks.length);

  const answers = yield* gather(tasks);
  const elapsed = loop.time() - start;

  console.log("answers:", answers.length);
  console.log("one after the other: 200 seconds");
  // Measured here and now, so it goes to the error output.
  console.warn(`together: ${elapsed.toFixed(1)} seconds`);
}

await run(main());
