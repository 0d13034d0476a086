import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  console.log(what, "leaves");
  yield* sleep(delay);
  console.log(what, "arrives");
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(deliver("parcel", 0.7)),
    createTask(deliver("letter", 0.4)),
    createTask(deliver("telegram", 0.1)),
  ];
  for (const task of tasks) {
    yield* task;
  }
}

await run(main());
