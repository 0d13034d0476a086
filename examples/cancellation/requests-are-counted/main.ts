import { CancelledError, type Coroutine, createTask, currentTask, run, sleep, type Task } from "asyncio-ts";

function* stubborn(): Coroutine<string> {
  const task = currentTask() as Task<unknown>;
  while (true) {
    try {
      yield* sleep(60);
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
      const requests = task.cancelling();
      console.log(`asked to end (${error.message}), requests: ${requests}`);
      if (requests === 2) {
        break;
      }
    }
  }
  console.log("after uncancel():", task.uncancel());
  console.log("after uncancel():", task.uncancel());
  yield* sleep(0.1);
  return "ended by itself";
}

function* main(): Coroutine<void> {
  const task = createTask(stubborn());
  for (const message of ["please", "now"]) {
    yield* sleep(0.2);
    task.cancel(message);
  }
  console.log(yield* task);
  console.log("cancelled:", task.cancelled());
}

await run(main());
