import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* send(to: string): Coroutine<void> {
  yield* sleep(0.05);
  if (to === "nobody") {
    throw new RangeError("nobody lives here");
  }
}

/** Nobody awaits it. When it is done, print its name and how it ended. */
function inBackground(coroutine: Coroutine<void>, name: string): void {
  const task = createTask(coroutine, { name });
  console.log(`${task.getName()}: to do`);
}

function* main(): Coroutine<void> {
  inBackground(send("Ada"), "first letter");
  inBackground(send("nobody"), "second letter");
  console.log("main does something else");
  yield* sleep(0.3);
}

await run(main());
