import { type Coroutine, getRunningLoop, run, ThreadPoolExecutor, TimeoutError, waitFor } from "asyncio-ts";

function work(seconds: number): string {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end);
  return "done";
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
  yield* pool.with(function* () {
    try {
      const longJob = loop.runInExecutor(pool, work, 0.6);
      yield* waitFor(longJob, 0.1);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log("we no longer wait");
    }

    const start = loop.time();
    console.log("next job:", yield* loop.runInExecutor(pool, work, 0));
    const waited = loop.time() - start > 0.2;
    console.log("it had to wait for the first:", waited ? "yes" : "no");
  });
}

await run(main());
