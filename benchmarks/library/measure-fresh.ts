import { type Measurement, middle, patienceMs, type Runner } from "./measure.ts";
import { type Workload, workloads } from "./workloads.ts";

const rounds = 5;

/**
 * Starts a process for each measurement, and has it do the workload once: what a program pays that runs once, before
 * compilers and garbage collection know it. Its start is not counted. Answers with the medians.
 */
export async function measureFresh(
  names: readonly string[],
  start: (name: string) => Runner,
): Promise<Map<Workload, Map<string, Measurement>>> {
  const results = new Map<Workload, Map<string, Measurement>>();
  for (const [workload, count] of Object.entries(workloads) as [Workload, number][]) {
    const measured = new Map<string, Measurement[]>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, all] of measured) {
        const runner = start(name);
        const measurement = await runner.run(workload, count);
        runner.stop();
        if (measurement === null || measurement.wall > patienceMs) {
          measured.delete(name);
        } else {
          all.push(measurement);
        }
      }
    }
    results.set(workload, new Map([...measured].map(([name, all]) => [name, middle(all)])));
  }
  return results;
}
