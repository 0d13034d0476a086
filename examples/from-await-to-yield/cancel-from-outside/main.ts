import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* download(): Coroutine<void> {
  try {
    for (let part = 1; ; part++) {
      console.log("part", part);
      yield* sleep(0.4);
    }
  } finally {
    console.log("file closed");
  }
}

function* main(): Coroutine<void> {
  const task = createTask(download());
  yield* sleep(1);
  task.cancel();
  yield* sleep(1);
  console.log("nothing is left running:", task.cancelled());
}

await run(main());
