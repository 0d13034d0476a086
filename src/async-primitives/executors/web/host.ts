import { NotImplementedError } from "../../errors/not-implemented-error.ts";
import type { HostWorker, HostWorkerEvents, WorkerHost } from "../host-worker.ts";
import { ours, oursIn } from "../messages.ts";
import { workerSource } from "../worker-source.ts";

/**
 * A worker that closes itself says so before, since the page is not told. Functions come as modules, which are
 * strict, and which a page may allow that does not allow `eval`. The worker's own name would answer for a variable
 * of that name outside.
 */
const openPort = `((close) => {
  const post = (message, transfer = []) => self.postMessage({ "${ours}": message }, transfer);
  delete self.name;
  self.close = () => { post({ closing: true }); close(); };
  return {
    listen: (listener) => { self.onmessage = ({ data }) => listener(data); },
    post,
    evaluate: async (expression) => {
      const address = URL.createObjectURL(new Blob(["export default " + expression], { type: "text/javascript" }));
      try {
        return (await import(address)).default;
      } finally {
        URL.revokeObjectURL(address);
      }
    },
  };
})(self.close.bind(self))`;

let address: string | undefined;

/** A classic script: a module would not start where the page has an opaque origin. */
function addressOfSource(): string {
  address ??= URL.createObjectURL(new Blob([workerSource(openPort)], { type: "text/javascript" }));
  return address;
}

class WebWorker implements HostWorker {
  readonly #worker: Worker;

  constructor(events: HostWorkerEvents) {
    if (typeof Worker !== "function") {
      throw new NotImplementedError(
        "This environment has no Worker to start: run executors in a page or a worker of one",
      );
    }
    this.#worker = new Worker(addressOfSource());
    this.#worker.addEventListener("message", ({ data }) => {
      const message = oursIn(data);
      if (message === undefined) {
        return;
      }
      if ("closing" in message) {
        events.died("it closed itself");
      } else {
        events.message(message);
      }
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#worker.terminate();
      events.died(event.message || "it could not be started: does the page's policy allow blob: workers?");
    });
  }

  post(message: unknown, transfer: readonly Transferable[]): void {
    this.#worker.postMessage(message, transfer as Transferable[]);
  }

  async terminate(): Promise<void> {
    this.#worker.terminate();
  }

  /** A page lives as long as it is open. */
  keepAlive(): void {}
}

/** The workers of the web: in a page, or in a worker of one. */
export const host: WorkerHost = {
  start: (events) => new WebWorker(events),
  parallelism: () => globalThis.navigator?.hardwareConcurrency ?? 1,
};
