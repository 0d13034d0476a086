import { type Row, report, round } from "../report.ts";
import { type Measurement, measureInterleaved, type Runner } from "./measure.ts";
import { measureFresh } from "./measure-fresh.ts";
import { startProcess } from "./start-process.ts";
import { type Workload, workloads } from "./workloads.ts";

const reference = "asyncio";
const contestants = ["asyncio-ts", "trampoline", "promises", "effect", "effection"];

function start(name: string): Runner {
  if (name === reference) {
    return startProcess("python3", [pathOf("contestants/python.py")]);
  }
  return startProcess(process.execPath, [pathOf("contestant-process.ts"), name]);
}

const pathOf = (name: string): string => new URL(name, import.meta.url).pathname;

/** Timers are compared by the CPU they cost, since they take their time whoever waits. */
const costOf = (workload: string, { wall, cpu }: Measurement): number => (workload === "timers" ? cpu : wall);

/** How many times faster each is than the reference. */
function compare(results: ReadonlyMap<string, ReadonlyMap<string, Measurement>>): Row[] {
  return Object.keys(workloads).map((workload) => {
    const cost = (name: string): number => {
      const measurement = results.get(workload as Workload)?.get(name);
      return measurement === undefined ? Number.NaN : costOf(workload, measurement);
    };
    const ratios = contestants.map((name) => [name, round(cost(reference) / cost(name))]);
    return { workload, "asyncio, ms": round(cost(reference)), ...Object.fromEntries(ratios) };
  });
}

const warm = new Map([reference, ...contestants].map((name) => [name, start(name)]));
const results = await measureInterleaved(warm);
for (const runner of warm.values()) {
  runner.stop();
}
report("library", compare(results));
report("library-fresh", compare(await measureFresh([reference, ...contestants], start)));
