import { type Coroutine, gather, Pool, run, sleep, ThreadPoolExecutor } from "asyncio-ts";

const WAITS: number[] = new Array(10).fill(0.2);

/** Blocks its thread: sleeps until somebody changes a number, and nobody does. */
function block(seconds: number): void {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  Atomics.wait(new Int32Array(memory.buffer), 0, 0, seconds * 1000);
}

function* sequentially(): Coroutine<void> {
  for (const seconds of WAITS) block(seconds);
}

function* onThreads(): Coroutine<void> {
  yield* new ThreadPoolExecutor({ maxWorkers: 5 }).with(function* (pool) {
    yield* pool.map(block, WAITS);
  });
}

function* onProcesses(): Coroutine<void> {
  yield* new Pool(5).with(function* (pool) {
    yield* pool.map(block, WAITS, { chunksize: 1 });
  });
}

function* onTheLoop(): Coroutine<void> {
  yield* gather(WAITS.map((seconds) => sleep(seconds)));
}

function* measure(work: () => Coroutine<void>): Coroutine<number> {
  const start = performance.now();
  yield* work();
  return (performance.now() - start) / 1000;
}

/** Bars for seconds, on the error output: they are never the same twice. */
function chart(times: Record<string, number>): void {
  const longest = Math.max(...Object.values(times));
  for (const [name, seconds] of Object.entries(times)) {
    const eighths = Math.round((128 * seconds) / longest);
    const bar = "█".repeat(eighths / 8) + " ▏▎▍▌▋▊▉".charAt(eighths % 8);
    console.warn(`${name.padEnd(11)} ${seconds.toFixed(2)} s ${bar}`);
  }
}

function* main(): Coroutine<void> {
  const times = {
    sequential: yield* measure(sequentially),
    "5 threads": yield* measure(onThreads),
    "5 processes": yield* measure(onProcesses),
    "event loop": yield* measure(onTheLoop),
  };
  for (const [name, seconds] of Object.entries(times).slice(1)) {
    console.log(`${name}:`, seconds < times.sequential ? "faster" : "no faster");
  }
  chart(times);
}

await run(main());
