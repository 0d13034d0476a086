import {
  CancelledError,
  type Coroutine,
  createTask,
  FIRST_COMPLETED,
  run,
  sleep,
  type Task,
  wait,
} from "asyncio-ts";

function* ask(server: string, delay: number): Coroutine<string> {
  try {
    yield* sleep(delay);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`${server} is cancelled`);
    }
    throw error;
  }
  if (server === "Oslo") {
    throw new Error(`${server} is down`);
  }
  return `hello from ${server}`;
}

/** The result of the first that does not fail. */
function* firstSuccess<T>(coroutines: Coroutine<T>[]): Coroutine<T> {
  let left = new Set<Task<T>>(coroutines.map((each) => createTask(each)));
  while (left.size > 0) {
    const [done, pending] = yield* wait(left, { returnWhen: FIRST_COMPLETED });
    for (const task of done) {
      if (task.exception() !== undefined) {
        continue;
      }
      for (const other of pending) {
        other.cancel();
      }
      return task.result();
    }
    left = pending;
  }
  throw new Error("none succeeded");
}

function* main(): Coroutine<void> {
  console.log(yield* firstSuccess([ask("Lima", 0.3), ask("Oslo", 0.1), ask("Pune", 0.8)]));
  yield* sleep(0.05);
  console.log("main goes home");
}

await run(main());
