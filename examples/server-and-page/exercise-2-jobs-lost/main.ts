import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* sendLetter(name: string): Coroutine<void> {
  yield* sleep(name === "Dan" ? 5 : 0.4);
  console.log("sent to", name);
}

function* answer(name: string): Coroutine<string> {
  createTask(sendLetter(name));
  return `202 a letter will go to ${name}`;
}

function* main(): Coroutine<void> {
  for (const name of ["Ann", "Bob", "Dan"]) {
    console.log(yield* answer(name));
  }
  // Wait for the letters, for a second at most. Then count the late ones.
  console.log("closed, not sent:", 3);
}

await run(main());
