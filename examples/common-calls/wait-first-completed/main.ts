import { CancelledError, type Coroutine, createTask, FIRST_COMPLETED, run, sleep, wait } from "asyncio-ts";

function* ask(mirror: string, delay: number): Coroutine<string> {
  try {
    yield* sleep(delay);
    return mirror;
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(mirror, "was cancelled");
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  const mirrors = { Oslo: 0.4, Lima: 0.1, Pune: 0.6 };
  const tasks = Object.entries(mirrors).map((mirror) => createTask(ask(...mirror)));

  const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  for (const task of done) {
    console.log("fastest:", task.result());
  }
  console.log(pending.size, "still pending");

  for (const task of tasks) {
    task.cancel();
  }
  yield* wait(tasks);
}

await run(main());
