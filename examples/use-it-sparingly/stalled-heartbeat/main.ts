import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

let beats = 0;

function* heartbeat(): Coroutine<void> {
  while (true) {
    beats += 1;
    console.log("beat", beats);
    yield* sleep(0.05);
  }
}

function* beatsReach(number: number): Coroutine<void> {
  while (beats < number) {
    yield* sleep(0.01);
  }
}

/** Keeps the processor busy and does not return before the time is up. */
function calculate(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

function* main(): Coroutine<void> {
  const heart = createTask(heartbeat());
  yield* beatsReach(3);

  const before = beats;
  console.log("calculates for ten beats");
  calculate(0.5);
  console.log("done; beats meanwhile:", beats - before);

  yield* beatsReach(5);
  heart.cancel();
}

await run(main());
