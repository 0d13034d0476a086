import {
  CancelledError,
  type Coroutine,
  createTask,
  getRunningLoop,
  run,
  sleep,
  type Task,
} from "asyncio-ts";

function* background(): Coroutine<void> {
  try {
    yield* sleep(60);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("background: cancelled");
    }
    throw error;
  } finally {
    yield* sleep(0.1);
    console.log("background: closed");
  }
}

let task: Task<void> | undefined;

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  task = createTask(background());
  loop.callLater(30, console.log, "this is never printed");
  yield* sleep(0.05);
  console.log("main returns, the task is done:", task.done());
}

await run(main());
console.log("run returns, the task is done:", task?.done());
