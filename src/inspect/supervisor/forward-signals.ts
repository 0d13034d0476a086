import type { StartedProgram } from "./start-program.ts";

/**
 * Hands on what asks this process to end, as it lives for the program alone. A terminal sends Ctrl-C to both by itself.
 *
 * @returns A function that ends it.
 */
export function forwardSignals(program: Pick<StartedProgram, "kill">): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forward = (signal: NodeJS.Signals) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) {
      program.kill(signal);
    }
  };
  for (const signal of signals) {
    process.on(signal, forward);
  }
  return () => {
    for (const signal of signals) {
      process.off(signal, forward);
    }
  };
}
