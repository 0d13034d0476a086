import { type Coroutine, currentTask, run, sleep } from "asyncio-ts";

/** Answers with what the coroutine returns, or with `otherwise` after the delay. */
function* atMost<T>(delay: number, body: Coroutine<T>, otherwise: T): Coroutine<T> {
  // Write this: a timer of the loop cancels the current task after the
  // delay.
  // When that was why CancelledError came, take the request back and return
  // `otherwise`.
  console.log("no limit yet:", delay, otherwise);
  return yield* body;
}

function* main(): Coroutine<void> {
  console.log(yield* atMost(0.5, sleep(0.1, "in time"), "late"));
  console.log(yield* atMost(0.3, sleep(1.2, "in time"), "late"));
  console.log("requests left:", currentTask()?.cancelling());
}

await run(main());
