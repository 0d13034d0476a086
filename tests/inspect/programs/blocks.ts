/** A task that lets another one wait for it, then blocks the thread for good. */
import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* blocker(): Coroutine<void> {
  yield* sleep(0.01);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function* main(): Coroutine<void> {
  yield* createTask(blocker(), { name: "blocker" });
}

await run(main());
