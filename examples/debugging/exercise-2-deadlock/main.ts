import { type Coroutine, gather, Lock, run, sleep, TimeoutError, timeout } from "asyncio-ts";

function* move(name: string, first: Lock, second: Lock): Coroutine<void> {
  yield* first.with(function* () {
    yield* sleep(0.2);
    yield* second.with(function* () {
      console.log(name, "is moved");
    });
  });
}

function* main(): Coroutine<void> {
  const left = new Lock();
  const right = new Lock();
  try {
    yield* timeout(2, function* () {
      // Find the bug: each of them has what the other one wants.
      yield* gather(move("tea", left, right), move("milk", right, left));
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log("they wait for each other");
  }
}

await run(main());
