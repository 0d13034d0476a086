import { type Coroutine, createTask, gather, run, sleep } from "asyncio-ts";

/** Stands for any calculation that takes long. */
function addUp(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

function* report(): Coroutine<void> {
  yield* sleep(0.2); // the orders of a year, from the database
  addUp(0.8);
  console.log("200 /report");
}

function* health(): Coroutine<void> {
  yield* sleep(0.4); // the database says that it is well
  console.log("200 /health");
}

function* main(): Coroutine<void> {
  yield* gather(createTask(report(), { name: "/report" }), createTask(health(), { name: "/health" }));
}

await run(main());
