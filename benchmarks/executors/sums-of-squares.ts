import { median, report, round } from "../report.ts";
import { findContenders } from "./contenders.ts";
import sumOfSquares from "./sum-of-squares.ts";

/**
 * 20 long jobs on two workers, the start of the pool included, against the same jobs one after the other. Each
 * round runs every contender once; ratios are taken within a round.
 *
 * Usage: npm run build:library && node benchmarks/executors/sums-of-squares.ts [ROUNDS] [LIMIT]
 */
const rounds = Number(process.argv[2] ?? 3);
const limit = Number(process.argv[3] ?? 100_000_000);
const jobs = Array.from({ length: 20 }, (_, n) => limit + n);
const contenders = findContenders();

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const alone: number[] = [];
const ratios = new Map<string, number[]>();
const times = new Map<string, number[]>();
for (let n = 0; n < rounds; n++) {
  const single = await seconds(() => jobs.map(sumOfSquares));
  alone.push(single);
  for (const [name, open] of contenders) {
    const time = await seconds(async () => {
      const pool = await open(2);
      await Promise.all(jobs.map((job) => pool.run(job)));
      await pool.end();
    });
    ratios.set(name, [...(ratios.get(name) ?? []), single / time]);
    times.set(name, [...(times.get(name) ?? []), time]);
  }
}

report("sums-of-squares", [
  { contender: "single thread", s: round(median(alone)), "x single thread": 1 },
  ...[...contenders.keys()].map((name) => ({
    contender: name,
    s: round(median(times.get(name) ?? [])),
    "x single thread": round(median(ratios.get(name) ?? [])),
  })),
]);
process.exit();
