import { CancelledError, type Coroutine, createTask, gather, run, sleep } from "asyncio-ts";

function* sendLetter(name: string): Coroutine<void> {
  try {
    yield* sleep(name === "Dan" ? 5 : 0.4);
    console.log("sent to", name);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("not sent to", name);
    }
    throw error;
  }
}

function* answer(name: string): Coroutine<string> {
  createTask(sendLetter(name));
  return `202 a letter will go to ${name}`;
}

// Wait for the letters, for a second at most. Cancel the late ones, and wait for these.
function* close(): Coroutine<void> {
  console.log("closed");
}

function* day(names: string[]): Coroutine<void> {
  for (const name of names) {
    console.log(yield* answer(name));
  }
  yield* close();
}

function* strike(seconds: number): Coroutine<void> {
  yield* sleep(seconds);
  console.log("the clock strikes");
}

function* main(): Coroutine<void> {
  yield* gather(day(["Ann", "Bob", "Dan"]), strike(2));
  yield* gather(day(["Eve"]), strike(0.7));
  yield* day([]);
}

await run(main());
