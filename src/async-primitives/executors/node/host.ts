import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { HostWorker, HostWorkerEvents, WorkerHost } from "../host-worker.ts";
import { ours, oursIn } from "../messages.ts";
import { workerSource } from "../worker-source.ts";

const openPort = `((port) => ({
  listen: (listener) => port.on("message", listener),
  post: (message, transfer) => port.postMessage({ "${ours}": message }, transfer),
  evaluate: (expression) => globalThis.eval('"use strict";' + expression),
}))(require("node:worker_threads").parentPort)`;

class NodeWorker implements HostWorker {
  readonly #worker: Worker;
  /** Whether it lives, and nobody waits for it. */
  #rests = false;

  constructor(events: HostWorkerEvents) {
    this.#worker = new Worker(workerSource(openPort), { eval: true, execArgv: [] });
    let reason: string | undefined;
    this.#worker.on("message", (data) => {
      const message = oursIn(data);
      if (message !== undefined) {
        events.message(message);
      }
    });
    this.#worker.on("error", (error) => {
      reason = String(error);
    });
    this.#worker.on("exit", (code) => {
      const why = reason ?? `it exited with code ${code}`;
      if (this.#rests) {
        // Of what a job has left behind, a timer or a promise. Nobody else would hear of it.
        console.error(`A worker died while it had nothing to do: ${why}`);
      }
      events.died(why);
    });
  }

  post(message: unknown, transfer: readonly Transferable[]): void {
    this.#worker.postMessage(message, transfer as never);
  }

  terminate(): Promise<unknown> {
    this.#rests = false;
    return this.#worker.terminate();
  }

  keepAlive(keep: boolean): void {
    this.#rests = !keep;
    if (keep) {
      this.#worker.ref();
    } else {
      this.#worker.unref();
    }
  }
}

/** The worker threads of Node. */
export const host: WorkerHost = {
  start: (events) => new NodeWorker(events),
  parallelism: availableParallelism,
};
