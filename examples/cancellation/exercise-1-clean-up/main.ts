import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* writeLog(): Coroutine<void> {
  console.log("file opened");
  for (let line = 1; line < 100; line++) {
    console.log("line", line);
    yield* sleep(0.4);
  }
  // Change this function: the file must be closed when the task is
  // cancelled, too.
  console.log("file closed");
}

function* main(): Coroutine<void> {
  const task = createTask(writeLog());
  yield* sleep(0.6);
  task.cancel();
  yield* wait([task]);
  console.log("cancelled:", task.cancelled());
}

await run(main());
