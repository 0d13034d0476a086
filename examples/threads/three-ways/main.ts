import { type Coroutine, gather, run, sleep, ThreadPoolExecutor } from "asyncio-ts";

const WAITS: number[] = new Array(10).fill(0.3);
const BLOCK = 0.3; // seconds

/** Blocks its thread without keeping the processor busy. */
function block(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

function* measure(name: string, work: () => Coroutine<unknown>): Coroutine<void> {
  const start = performance.now();
  yield* work();
  const seconds = (performance.now() - start) / 1000;
  console.log(name.padEnd(12) + "#".repeat(Math.max(1, Math.round(seconds / BLOCK))));
}

function* oneByOne(): Coroutine<void> {
  for (const seconds of WAITS) yield* sleep(seconds);
}

function* onTheLoop(): Coroutine<void> {
  yield* gather(WAITS.map((seconds) => sleep(seconds)));
}

function* main(): Coroutine<void> {
  const pool = new ThreadPoolExecutor({ maxWorkers: 5 });
  yield* pool.with(function* () {
    function* onThreads(): Coroutine<void> {
      yield* pool.map(block, WAITS);
    }

    yield* pool.map(block, new Array(5).fill(0.02)); // starts the threads
    yield* measure("one by one", oneByOne);
    yield* measure("5 threads", onThreads);
    yield* measure("event loop", onTheLoop);
  });
}

await run(main());
