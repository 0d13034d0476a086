import {
  type Coroutine,
  getRunningLoop,
  run,
  sleep,
  type Timeout,
  TimeoutError,
  timeoutAt,
} from "asyncio-ts";

function* receive(parts: number[], scope: Timeout): Coroutine<void> {
  const loop = getRunningLoop();
  for (const delay of parts) {
    yield* sleep(delay);
    console.log("part received, deadline moved");
    scope.reschedule(loop.time() + 0.5);
  }
  console.log("complete");
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  for (const parts of [
    [0.2, 0.2, 0.2],
    [0.2, 1.5],
  ]) {
    try {
      yield* timeoutAt(loop.time() + 0.5, (scope) => receive(parts, scope));
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
      console.log("silent for too long");
    }
  }
}

await run(main());
