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

/** Compilers need a few runs, and garbage collection a few more, before a run looks like the next. */
const warmUps = 5;
const rounds = 7;

/** Who takes longer than this has one measurement and does not hold up the others any more. */
export const patienceMs = 3000;

/** Lets all take turns, so that a busy machine is as hard on one as on the other. Answers with the medians. */
export async function measureInterleaved(
  runners: ReadonlyMap<string, Runner>,
): Promise<Map<string, Map<string, Measurement>>> {
  const results = new Map<string, Map<string, Measurement>>();
  for (const [workload, count] of Object.entries(workloads) as [Workload, number][]) {
    const out = new Set<string>();
    const measured = new Map<string, Measurement[]>();
    for (let round = -warmUps; round < rounds; round++) {
      for (const [name, runner] of runners) {
        if (out.has(name)) {
          continue;
        }
        const measurement = await runner.run(workload, count);
        if (measurement === null || measurement.wall > patienceMs) {
          out.add(name);
        }
        if (measurement === null || (round < 0 && !out.has(name))) {
          continue;
        }
        measured.set(name, [...(measured.get(name) ?? []), measurement]);
      }
    }
    results.set(workload, new Map([...measured].map(([name, all]) => [name, middle(all)])));
  }
  return results;
}

export function middle(measurements: readonly Measurement[]): Measurement {
  return {
    wall: median(measurements.map(({ wall }) => wall)),
    cpu: median(measurements.map(({ cpu }) => cpu)),
  };
}
