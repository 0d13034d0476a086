import { CancelledError, type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* poll(): Coroutine<void> {
  for (let attempt = 1; attempt < 4; attempt++) {
    try {
      yield* sleep(0.4);
      throw new Error("no answer");
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      console.log("attempt", attempt, "failed");
    }
  }
}

function* main(): Coroutine<void> {
  const task = createTask(poll());
  yield* sleep(0.6);
  task.cancel();
  yield* wait([task]);
  console.log("cancelled:", task.cancelled());
}

await run(main());
