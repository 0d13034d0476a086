import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  console.log(what);
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(deliver("parcel", 0.6)),
    createTask(deliver("letter", 0.3)),
    createTask(deliver("telegram", 0)),
  ];
  for (const task of tasks) {
    yield* task;
  }
  console.log("all delivered");
}

await run(main());
