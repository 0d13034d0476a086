import type { FunctionSource } from "./function-source.ts";
import type { Job } from "./job.ts";

/** A function to call in a worker, once with each list of arguments, and the job that it is done for. */
export interface Work {
  readonly source: FunctionSource;
  readonly calls: readonly (readonly unknown[])[];
  readonly job: Job<unknown>;
  /** Ends the job with the results of the calls. */
  finish(results: unknown[]): void;
}
