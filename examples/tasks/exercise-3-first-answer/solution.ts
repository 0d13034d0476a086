import { CancelledError, type Coroutine, createTask, FIRST_COMPLETED, run, sleep, wait } from "asyncio-ts";

function* ask(server: string, delay: number): Coroutine<string> {
  try {
    yield* sleep(delay);
    return server;
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`${server}: never mind`);
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(ask("far away", 0.6)),
    createTask(ask("next door", 0.1)),
    createTask(ask("overseas", 0.9)),
  ];
  const [done] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  for (const task of tasks) {
    task.cancel();
  }
  for (const task of done) {
    console.log("answer from:", task.result());
  }
  yield* sleep(0.05);
  console.log("main goes home");
}

await run(main());
