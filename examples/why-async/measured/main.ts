import { type Coroutine, gather, run, sleep, ThreadPoolExecutor } from "asyncio-ts";

const WAITS: number[] = new Array(8).fill(0.15);
const COUNTS: number[] = new Array(4).fill(1_000_000);

/** Blocks its thread: sleeps until somebody changes a number, and nobody does. */
function block(seconds: number): void {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  Atomics.wait(new Int32Array(memory.buffer), 0, 0, seconds * 1000);
}

function countPrimes(upto: number): number {
  let count = 0;
  for (let number = 2; number < upto; number++) {
    let d = 2;
    while (d * d <= number && number % d !== 0) {
      d += 1;
    }
    if (d * d > number) {
      count += 1;
    }
  }
  return count;
}

function* oneByOne<I>(work: (item: I) => unknown, items: I[]): Coroutine<void> {
  for (const item of items) {
    work(item);
  }
}

function* onThreads<I>(work: (item: I) => unknown, items: I[]): Coroutine<void> {
  yield* new ThreadPoolExecutor({ maxWorkers: 4 }).with(function* (pool) {
    yield* pool.map(work, items);
  });
}

function* onTheLoop<I>(work: (item: I) => Coroutine<unknown>, items: I[]): Coroutine<void> {
  yield* gather(items.map(work));
}

function* countOnTheLoop(upto: number): Coroutine<number> {
  return countPrimes(upto);
}

function* measure(work: Coroutine<void>): Coroutine<number> {
  const start = performance.now();
  yield* work;
  return (performance.now() - start) / 1000;
}

/** Bars for seconds, on the error output: they are never the same twice. */
function chart(title: string, times: Record<string, number>): void {
  console.log(title);
  const longest = Math.max(...Object.values(times));
  for (const [name, seconds] of Object.entries(times)) {
    const eighths = Math.round((128 * seconds) / longest);
    const bar = "█".repeat(eighths / 8) + " ▏▎▍▌▋▊▉".charAt(eighths % 8);
    console.warn(`${name.padEnd(11)} ${seconds.toFixed(2)} s ${bar}`);
  }
}

function* main(): Coroutine<void> {
  const waiting = {
    "one by one": yield* measure(oneByOne(block, WAITS)),
    "4 threads": yield* measure(onThreads(block, WAITS)),
    "event loop": yield* measure(onTheLoop((seconds) => sleep(seconds), WAITS)),
  };
  const calculating = {
    "one by one": yield* measure(oneByOne(countPrimes, COUNTS)),
    "4 threads": yield* measure(onThreads(countPrimes, COUNTS)),
    "event loop": yield* measure(onTheLoop(countOnTheLoop, COUNTS)),
  };
  chart("8 waits", waiting);
  chart("4 counts of primes", calculating);
}

await run(main());
