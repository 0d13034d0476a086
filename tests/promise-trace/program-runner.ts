import { SimulatedHost } from "./simulated-host.ts";

export interface ProgramRunnerOptions {
  /** Calls back in a later turn of the host, in which all has been told that was rejected before. */
  readonly nextTurn: (callback: () => void) => void;
  /** A value in one line. */
  readonly describe: (value: unknown) => string;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...words: string[]
) => (log: unknown) => Promise<void>;

/** Runs programs one after the other in this realm, on timers that it has replaced, and knows what each one prints. */
export class ProgramRunner {
  readonly #host: SimulatedHost;
  readonly #describe: (value: unknown) => string;
  #printed: string[] = [];

  constructor({ nextTurn, describe }: ProgramRunnerOptions) {
    this.#host = new SimulatedHost(nextTurn);
    this.#describe = describe;
    const { setTimeout, clearTimeout } = this.#host;
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }

  readonly print = (...values: readonly unknown[]): void =>
    void this.#printed.push(values.map(this.#describe).join(" "));

  /** What it prints, once all of its timers have fired. */
  run(code: string): Promise<string[]> {
    return new Promise((resolve) => {
      this.#printed = [];
      new AsyncFunction("log", code)(this.print);
      this.#host.runOut(() => resolve(this.#printed));
    });
  }
}
