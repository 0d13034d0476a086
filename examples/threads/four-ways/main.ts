import { type Coroutine, gather, Pool, run, sleep, ThreadPoolExecutor } from "asyncio-ts";

const WAITS: number[] = new Array(10).fill(0.2);

/** Blocks its thread: sleeps until somebody changes a number, and nobody does. */
function block(seconds: number): void {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  Atomics.wait(new Int32Array(memory.buffer), 0, 0, seconds * 1000);
}

function* sequentially(): Coroutine<void> {
  for (const seconds of WAITS) {
    block(seconds);
  }
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
  const ways = {
    sequential: sequentially,
    "5 threads": onThreads,
    "5 processes": onProcesses,
    "event loop": onTheLoop,
  };
  const times: Record<string, number> = {};
  for (const [name, work] of Object.entries(ways)) {
    const start = performance.now();
    yield* work();
    times[name] = (performance.now() - start) / 1000;
    console.log("done:", name);
  }
  chart(times);
}

await run(main());
