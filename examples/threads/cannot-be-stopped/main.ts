import { type Coroutine, getRunningLoop, run, ThreadPoolExecutor, TimeoutError, waitFor } from "asyncio-ts";

/** What the thread keeps on its own `globalThis`. */
declare global {
  var finished: string[] | undefined;
}

function work(name: string, seconds: number): string[] {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
  globalThis.finished = [...(globalThis.finished ?? []), name];
  return globalThis.finished;
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
  yield* pool.with(function* () {
    // Once it is finished the thread is there, and begins the next one at once.
    yield* loop.runInExecutor(pool, work, "short", 0);
    try {
      const longJob = loop.runInExecutor(pool, work, "long", 0.6);
      yield* waitFor(longJob, 0.1);
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
      console.log("we no longer wait");
    }

    const done = yield* loop.runInExecutor(pool, work, "next", 0);
    console.log("finished by the thread:", done.join(", "));
  });
}

await run(main());
