import { type Coroutine, createTask, run, sleep, toThread } from "asyncio-ts";

let beats = 0;

function* heartbeat(): Coroutine<void> {
  while (true) {
    beats += 1;
    yield* sleep(0.05);
  }
}

/** Sees its argument and what the host offers, but nothing else of this file. */
function calculate(seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  return "calculated";
}

function* main(): Coroutine<void> {
  const heart = createTask(heartbeat());
  yield* sleep(0);

  let before = beats;
  console.log("here:", calculate(0.5));
  console.log("the heart", beats > before ? "goes on" : "stands still");

  before = beats;
  console.log("on a thread:", yield* toThread(calculate, 0.5));
  console.log("the heart", beats > before ? "goes on" : "stands still");
  heart.cancel();
}

await run(main());
