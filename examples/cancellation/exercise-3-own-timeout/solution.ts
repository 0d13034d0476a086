import {
  CancelledError,
  type Coroutine,
  currentTask,
  getRunningLoop,
  run,
  sleep,
  type Task,
} from "asyncio-ts";

/** Answers with what the coroutine returns, or with `otherwise` after the delay. */
function* atMost<T>(delay: number, body: Coroutine<T>, otherwise: T): Coroutine<T> {
  const task = currentTask() as Task<unknown>;
  let expired = false;
  const timer = getRunningLoop().callLater(delay, () => {
    expired = true;
    task.cancel();
  });
  try {
    return yield* body;
  } catch (error) {
    if (!(error instanceof CancelledError) || !expired || task.uncancel() > 0) {
      throw error;
    }
    return otherwise;
  } finally {
    timer.cancel();
  }
}

function* main(): Coroutine<void> {
  console.log(yield* atMost(0.5, sleep(0.1, "in time"), "late"));
  console.log(yield* atMost(0.3, sleep(1.2, "in time"), "late"));
  console.log("requests left:", currentTask()?.cancelling());
}

await run(main());
