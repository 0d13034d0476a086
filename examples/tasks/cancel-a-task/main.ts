import { CancelledError, type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* download(name: string): Coroutine<void> {
  try {
    console.log(`${name}: begins`);
    yield* sleep(10);
    console.log(`${name}: complete`);
  } finally {
    console.log(`${name}: removes what it has so far`);
  }
}

function* main(): Coroutine<void> {
  const task = createTask(download("film"));
  yield* sleep(0.05);
  task.cancel();
  console.log("asked to end; done:", task.done());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) {
      throw error;
    }
    console.log("cancelled:", task.cancelled());
  }
}

await run(main());
