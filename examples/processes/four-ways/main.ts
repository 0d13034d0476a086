import { type Coroutine, gather, Pool, run, ThreadPoolExecutor } from "asyncio-ts";

const LIMIT = 20_000_000; // try 5_000_000, and 100_000_000
const JOBS = Array.from({ length: 20 }, (_, n) => LIMIT + n);

function sumOfSquares(limit: number): number {
  let sum = 0;
  for (let n = 0; n < limit; n++) {
    sum += n * n;
  }
  return sum;
}

function* sequentially(): Coroutine<number[]> {
  return JOBS.map(sumOfSquares);
}

// A thread for each processor, and then a process for each.
function* onThreads(): Coroutine<number[]> {
  return yield* new ThreadPoolExecutor({ maxWorkers: navigator.hardwareConcurrency }).with(function* (pool) {
    return yield* pool.map(sumOfSquares, JOBS);
  });
}

function* onProcesses(): Coroutine<number[]> {
  return yield* new Pool().with(function* (pool) {
    return yield* pool.map(sumOfSquares, JOBS);
  });
}

function* onTheLoop(): Coroutine<number[]> {
  function* job(limit: number): Coroutine<number> {
    return sumOfSquares(limit);
  }

  return yield* gather(JOBS.map(job));
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
    threads: onThreads,
    processes: onProcesses,
    "event loop": onTheLoop,
  };
  const times: Record<string, number> = {};
  const answers = new Set<string>();
  for (const [name, work] of Object.entries(ways)) {
    const start = performance.now();
    const sums = yield* work();
    times[name] = (performance.now() - start) / 1000;
    answers.add(sums.join());
  }
  console.log("sums:", JOBS.length);
  console.log("the same in all ways:", answers.size === 1);
  chart(times);
}

await run(main());
