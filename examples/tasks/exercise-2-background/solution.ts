import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* send(to: string): Coroutine<void> {
  yield* sleep(0.05);
  if (to === "nobody") {
    throw new RangeError("nobody lives here");
  }
}

function inBackground(coroutine: Coroutine<void>, name: string): void {
  const task = createTask(coroutine, { name });
  task.addDoneCallback(() => {
    const exception = task.exception();
    console.log(`${task.getName()}: ${exception instanceof Error ? exception.message : "sent"}`);
  });
}

function* main(): Coroutine<void> {
  inBackground(send("Ada"), "first letter");
  inBackground(send("nobody"), "second letter");
  console.log("main does something else");
  yield* sleep(0.3);
}

await run(main());
