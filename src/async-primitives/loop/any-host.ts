import type { Interruptible, Runnable, Stores } from "./runnable.ts";

/** Runs a task to its end, or until Ctrl-C, where the host has signals. */
export function runMain<T>(_task: Interruptible, run: () => Promise<T>): Promise<T> {
  return run();
}

/** The stores of this place of the program, where the host keeps any. */
export function storesHere(): Stores | undefined {
  return;
}

/** The stores of whoever calls. */
export function storesOfCaller(): Stores | undefined {
  return;
}

/** Runs something with its own stores. */
export function runInStores(runnable: Runnable): void {
  runnable.run();
}
