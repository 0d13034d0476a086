/** A thread of the host that runs a script. */
export interface HostWorker {
  post(message: unknown, transfer: readonly Transferable[]): void;
  /** Ends it at once. The answer is kept when it has ended. */
  terminate(): Promise<unknown>;
  /** Whether it keeps the program alive. */
  keepAlive(keep: boolean): void;
}

export interface HostWorkerEvents {
  message(message: unknown): void;
  /** It ended, and was not asked to. */
  died(reason: string): void;
}

/** How a host starts workers, and how many are worth it. */
export interface WorkerHost {
  start(events: HostWorkerEvents): HostWorker;
  /** How many threads run at the same time. */
  parallelism(): number;
}
