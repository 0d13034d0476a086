import { createInterface } from "node:readline";
import type { Contestant, Workload } from "./workloads.ts";

/** One contestant in a process of its own: a line names a workload, the answer says what it took. */
const { contestant } = (await import(`./contestants/${process.argv[2]}.ts`)) as { contestant: Contestant };

for await (const line of createInterface({ input: process.stdin })) {
  const { workload, count } = JSON.parse(line) as { workload: Workload; count: number };
  const work = contestant[workload];
  if (work === undefined) {
    console.log("null");
    continue;
  }
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work(count);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }));
}
