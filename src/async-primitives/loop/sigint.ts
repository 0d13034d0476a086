interface SignalSource {
  on(signal: "SIGINT", listener: () => void): unknown;
  off(signal: "SIGINT", listener: () => void): unknown;
  listenerCount(signal: "SIGINT"): number;
}

/**
 * Calls back at the first SIGINT, which is Ctrl-C, where the host has signals and the program does not listen to this
 * one itself. The second Ctrl-C ends the process as usual. The answer stops listening.
 */
export function onSigint(callback: () => void): () => void {
  const { process } = globalThis as { process?: Partial<SignalSource> };
  if (!hasSignals(process) || process.listenerCount("SIGINT") > 0) {
    return () => {};
  }
  const stop = () => void process.off("SIGINT", interrupt);
  const interrupt = () => {
    stop();
    callback();
  };
  process.on("SIGINT", interrupt);
  return stop;
}

function hasSignals(process: Partial<SignalSource> | undefined): process is SignalSource {
  return typeof process?.on === "function" && typeof process.listenerCount === "function";
}
