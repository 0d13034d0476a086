import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* closeConnection(): Coroutine<void> {
  console.log("saying goodbye to the server");
  yield* sleep(0.2);
  console.log("connection closed");
}

function* talkToServer(): Coroutine<void> {
  console.log("connection open");
  try {
    yield* sleep(60);
  } finally {
    yield* closeConnection();
  }
}

function* main(): Coroutine<void> {
  const task = createTask(talkToServer());
  yield* sleep(0.2);

  task.cancel();
  console.log("cancel() has returned");
  yield* wait([task]);
  console.log("the task has ended");
}

await run(main());
