import { asCompleted, type Coroutine, createTask, run, sleep, TimeoutError } from "asyncio-ts";

function* main(): Coroutine<void> {
  const tasks = [
    createTask(sleep(0.1, "first")),
    createTask(sleep(0.6, "second")),
    createTask(sleep(0.7, "third")),
  ];
  for (const nextResult of asCompleted(tasks, { timeout: 0.3 })) {
    try {
      console.log(yield* nextResult);
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
      console.log("not in time");
    }
  }

  console.log("cancelled:", tasks.filter((task) => task.cancelled()).length);
}

await run(main());
