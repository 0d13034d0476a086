import { report, round } from "../report.ts";
import { type Measurement, measureInterleaved, type Runner } from "./measure.ts";
import { startProcess } from "./start-process.ts";
import { workloads } from "./workloads.ts";

const reference = "asyncio";
const contestants = ["asyncio-ts", "trampoline", "promises", "effect", "effection"];

const runners = new Map<string, Runner>();
runners.set(reference, startProcess("python3", [new URL("contestants/python.py", import.meta.url).pathname]));
for (const name of contestants) {
  const program = new URL("contestant-process.ts", import.meta.url).pathname;
  runners.set(name, startProcess(process.execPath, [program, name]));
}

/** Timers are compared by the CPU they cost, since they take their time whoever waits. */
const costOf = (workload: string, { wall, cpu }: Measurement): number => (workload === "timers" ? cpu : wall);

const results = await measureInterleaved(runners);
for (const runner of runners.values()) runner.stop();
report(
  "library",
  Object.keys(workloads).map((workload) => {
    const cost = (name: string) => {
      const measurement = results.get(workload)?.get(name);
      return measurement === undefined ? undefined : costOf(workload, measurement);
    };
    const ratios = contestants.map((name) => [
      name,
      round((cost(reference) ?? 0) / (cost(name) ?? Number.NaN)),
    ]);
    return { workload, "asyncio, ms": round(cost(reference) ?? 0), ...Object.fromEntries(ratios) };
  }),
);
