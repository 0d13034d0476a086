import { CancelledError, type Coroutine, createTask, FIRST_COMPLETED, run, sleep, wait } from "asyncio-ts";

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
  const tasks = coroutines.map((each) => createTask(each));
  // Change this: it stops at the first that is done, even if it failed.
  const [done] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  const [first] = done;
  if (first === undefined) {
    throw new Error("none succeeded");
  }
  return first.result();
}

function* main(): Coroutine<void> {
  try {
    console.log(yield* firstSuccess([ask("Lima", 0.3), ask("Oslo", 0.1), ask("Pune", 0.8)]));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
  }
  yield* sleep(0.05);
  console.log("main goes home");
}

await run(main());
