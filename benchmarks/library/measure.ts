import { median } from "../report.ts";
import { type Workload, workloads } from "./workloads.ts";

/** What a workload took, in milliseconds. */
export interface Measurement {
  readonly wall: number;
  readonly cpu: number;
}

export interface Runner {
  /** Answers with null when the contestant cannot do the workload. */
  run(workload: Workload, count: number): Promise<Measurement | null>;
  stop(): void;
}

const WARM_UPS = 2;
const ROUNDS = 7;

/** Lets all take turns, so that a busy machine is as hard on one as on the other. Answers with the medians. */
export async function measureInterleaved(
  runners: ReadonlyMap<string, Runner>,
): Promise<Map<string, Map<string, Measurement>>> {
  const results = new Map<string, Map<string, Measurement>>();
  for (const [workload, count] of Object.entries(workloads) as [Workload, number][]) {
    const measured = new Map<string, Measurement[]>();
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      for (const [name, runner] of runners) {
        const measurement = await runner.run(workload, count);
        if (measurement === null || round < 0) continue;
        measured.set(name, [...(measured.get(name) ?? []), measurement]);
      }
    }
    results.set(workload, new Map([...measured].map(([name, all]) => [name, middle(all)])));
  }
  return results;
}

function middle(measurements: readonly Measurement[]): Measurement {
  return {
    wall: median(measurements.map(({ wall }) => wall)),
    cpu: median(measurements.map(({ cpu }) => cpu)),
  };
}
