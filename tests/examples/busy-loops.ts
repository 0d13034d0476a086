import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Looks up now and then, so that it ends with the process that started it, however that one ends. */
const loop = `
process.on("disconnect", () => process.exit());
(function calculate() {
  const end = performance.now() + 100;
  while (performance.now() < end);
  setImmediate(calculate);
})();
`;

/** Keeps the machine busy for as long as the scope lasts: with two loops for each processor. */
export class BusyLoops implements Disposable {
  readonly #processes: ChildProcess[];

  constructor(count = 2 * availableParallelism()) {
    this.#processes = Array.from({ length: count }, () =>
      spawn(process.execPath, ["-e", loop], { stdio: ["ignore", "ignore", "inherit", "ipc"] }),
    );
  }

  get count(): number {
    return this.#processes.length;
  }

  [Symbol.dispose](): void {
    for (const process of this.#processes) {
      process.kill();
    }
  }
}
