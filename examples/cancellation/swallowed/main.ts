import { CancelledError, type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

class ConnectionError extends Error {
  override name = "ConnectionError";
}

function* fetchPage(): Coroutine<void> {
  yield* sleep(0.3);
  throw new ConnectionError("no answer");
}

function* retry(careful: boolean): Coroutine<string> {
  for (const attempt of [1, 2, 3]) {
    try {
      yield* fetchPage();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (careful && error instanceof CancelledError) {
        throw error;
      }
      console.log("  attempt", attempt, "failed:", error.name);
    }
  }
  return "gave up";
}

function* main(): Coroutine<void> {
  for (const careful of [false, true]) {
    console.log(careful ? "careful:" : "careless:");
    const task = createTask(retry(careful));
    yield* sleep(0.15);
    task.cancel();
    yield* wait([task]);
    console.log(task.cancelled() ? "  cancelled" : `  ${task.result()}`);
  }
}

await run(main());
