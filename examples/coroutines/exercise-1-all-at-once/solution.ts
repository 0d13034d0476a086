import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  console.log(what);
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  const tasks = [
    createTask(deliver("parcel", 0.6)),
    createTask(deliver("letter", 0.5)),
    createTask(deliver("telegram", 0.4)),
  ];
  for (const task of tasks) {
    yield* task;
  }
  const seconds = loop.time() - start;
  console.log("in the time of the parcel:", seconds < 1 ? "yes" : "no");
}

await run(main());
