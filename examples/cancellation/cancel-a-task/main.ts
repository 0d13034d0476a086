import { CancelledError, type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* tick(): Coroutine<void> {
  let count = 0;
  try {
    while (true) {
      count++;
      console.log("tick", count);
      yield* sleep(0.4);
    }
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`cancelled while asleep: ${error.message}`);
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  const task = createTask(tick());
  yield* sleep(0.6);

  console.log("accepted?", task.cancel("time to go"));
  console.log("cancelled already?", task.cancelled());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) {
      throw error;
    }
    console.log("cancelled now?", task.cancelled());
  }

  console.log("accepted again?", task.cancel());
}

await run(main());
