import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* writeLog(): Coroutine<void> {
  console.log("file opened");
  try {
    for (let line = 1; line < 100; line++) {
      console.log("line", line);
      yield* sleep(0.4);
    }
  } finally {
    console.log("file closed");
  }
}

function* main(): Coroutine<void> {
  const task = createTask(writeLog());
  yield* sleep(0.6);
  task.cancel();
  yield* wait([task]);
  console.log("cancelled:", task.cancelled());
}

await run(main());
