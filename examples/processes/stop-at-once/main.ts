import { BrokenExecutor, type Coroutine, Pool, run, sleep } from "asyncio-ts";

function runForEver(): void {
  while (true) {}
}

function* main(): Coroutine<void> {
  const pool = new Pool(1);
  const job = pool.apply(runForEver, []);
  yield* sleep(0.3);
  console.log("it is done:", job.done());
  pool.terminate();
  yield* pool.join();
  try {
    yield* job;
  } catch (error) {
    // In Python, whoever waited for this job would wait for ever.
    if (!(error instanceof BrokenExecutor)) {
      throw error;
    }
    console.log("the pool has ended");
  }
}

await run(main());
