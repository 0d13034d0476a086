import { median, report, round } from "../report.ts";
import { findContenders } from "./contenders.ts";

/**
 * 160 tiny jobs on 5 warm workers. Each round runs every contender once; ratios are taken within a round, against
 * the best of the other pools in the whole run.
 *
 * Usage: npm run build:library && node benchmarks/executors/tiny-jobs.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 200);
const warmUp = 20;
const jobCount = 160;
const pools = new Map(
  await Promise.all([...findContenders()].map(async ([name, open]) => [name, await open(5)] as const)),
);
const times = new Map([...pools.keys()].map((name) => [name, [] as number[]]));

for (let n = -warmUp; n < rounds; n++) {
  for (const [name, pool] of pools) {
    const start = performance.now();
    await Promise.all(Array.from({ length: jobCount }, (_, job) => pool.run(job)));
    if (n >= 0) {
      times.get(name)?.push(performance.now() - start);
    }
  }
}

const others = [...pools.keys()].filter((name) => name !== "asyncio-ts" && name !== "raw threads");
const best =
  others.toSorted((a, b) => median(times.get(a) ?? []) - median(times.get(b) ?? []))[0] ?? "raw threads";
report(
  "tiny-jobs",
  [...times].map(([name, own]) => ({
    contender: name,
    ms: round(median(own)),
    [`x ${best}`]: round(median(own.map((time, n) => time / (times.get(best)?.[n] as number)))),
  })),
);
process.exit();
