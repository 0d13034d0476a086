import { type Coroutine, Pool, run } from "asyncio-ts";

const LIMIT = 20_000_000; // try 5_000_000, and 100_000_000
const JOBS = Array.from({ length: 20 }, (_, n) => LIMIT + n);

function sumOfSquares(limit: number): number {
  let sum = 0;
  for (let n = 0; n < limit; n++) sum += n * n;
  return sum;
}

function chart(times: Record<string, number>): void {
  for (const [name, seconds] of Object.entries(times)) {
    const share = seconds / Math.max(...Object.values(times));
    const blocks = "#".repeat(Math.round(40 * share));
    const number = seconds.toFixed(2).padStart(6);
    console.error(`${name.padEnd(11)} ${number} s ${blocks}`);
  }
}

function* main(): Coroutine<void> {
  let start = performance.now();
  const oneByOne = JOBS.map(sumOfSquares);
  const sequential = (performance.now() - start) / 1000;

  start = performance.now();
  const pool = new Pool(); // a worker for each processor
  const together = yield* pool.with(function* () {
    return yield* pool.map(sumOfSquares, JOBS);
  });
  const pooled = (performance.now() - start) / 1000;

  console.log("sums:", together.length);
  const same = together.every((sum, n) => sum === oneByOne[n]);
  console.log("the same in both ways:", same ? "yes" : "no");
  chart({ "one by one": sequential, pool: pooled });
}

await run(main());
