export interface SignalTarget {
  kill(signal: NodeJS.Signals): void;
  /** Called with each signal that comes. */
  onSignal?(): void;
}

/**
 * Hands on what asks this process to end, as it lives for the program alone. A terminal sends Ctrl-C to both by itself.
 *
 * @returns A function that ends it.
 */
export function forwardSignals(target: SignalTarget): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forward = (signal: NodeJS.Signals) => {
    target.onSignal?.();
    if (signal !== "SIGINT" || !process.stdin.isTTY) {
      target.kill(signal);
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
