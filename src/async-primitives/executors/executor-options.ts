import { describe } from "../errors/describe.ts";
import { listItems } from "../errors/list-items.ts";
import { sourceOf } from "./function-source.ts";
import type { Initializer } from "./pooled-worker.ts";

/**
 * How the workers of an executor begin.
 *
 * @group Executors
 */
export interface ExecutorOptions {
  /**
   * Called in each worker before its first job. What it sets on `globalThis` is there for the jobs of that worker:
   * the place for what Python keeps in `threading.local()`.
   */
  // biome-ignore lint/suspicious/noExplicitAny: whatever initargs are
  initializer?: ((...args: any[]) => unknown) | undefined;
  /** What the initializer is called with. */
  initargs?: readonly unknown[] | undefined;
}

/** @throws TypeError when the initializer cannot be sent to a worker. */
export function initializerOf({ initializer, initargs = [] }: ExecutorOptions): Initializer | undefined {
  const args = listItems(initargs, "initargs is a list of what the initializer is called with");
  if (initializer === undefined) {
    return undefined;
  }
  return { source: sourceOf(initializer, "initializer"), args };
}

/** @throws RangeError when it is not a number of workers. */
export function checkWorkers(count: number, name: string): number {
  if (Number.isInteger(count) && count > 0) {
    return count;
  }
  throw new RangeError(`${name} is a whole number greater than 0, got ${describe(count)}`);
}
