import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

let beats = 0;

function* heartbeat(): Coroutine<void> {
  while (true) {
    beats += 1;
    yield* sleep(0.03);
  }
}

function calculate(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

function* inOnePiece(): Coroutine<void> {
  calculate(0.25);
}

function* inSmallPieces(): Coroutine<void> {
  for (let piece = 0; piece < 50; piece++) {
    calculate(0.005);
    yield* sleep(0);
  }
}

function* watch(name: string, work: Coroutine<void>): Coroutine<void> {
  const before = beats;
  yield* work;
  const alive = beats - before >= 3 ? "goes on" : "stands still";
  console.log(`${name}: the heart ${alive}`);
}

function* main(): Coroutine<void> {
  const heart = createTask(heartbeat());
  yield* sleep(0);
  yield* watch("in one piece", inOnePiece());
  yield* watch("in small pieces", inSmallPieces());
  heart.cancel();
}

await run(main());
