import type { RunState } from "../sandbox/protocol.ts";
import type { OutputLog } from "./output-log.ts";
import { parseSandboxMessage, type SandboxMessage } from "./parse-sandbox-message.ts";

/** What the runner needs of Sandpack's client. */
export interface SandboxConnection {
  /** Loads the sandbox page. It then compiles what it is given, and answers `done`. */
  open(): Promise<void>;
  listen(listener: (message: unknown) => void): () => void;
  send(files: Files): void;
  stop(): void;
}

type Files = Readonly<Record<string, { readonly code: string }>>;

/** How long the sandbox page may take to load, in milliseconds. */
const loadingTimeout = 20_000;

/**
 * Numbers the runs of one pane, and lets only the messages of the latest one through: what an ended run still
 * had on its way is dropped.
 */
export class SandboxRunner {
  readonly #connection: SandboxConnection;
  readonly #log: OutputLog;
  readonly #onState: (state: RunState, elapsed: number) => void;
  #run = 0;
  #loaded: Promise<void> | undefined;
  #whenLoaded: (() => void) | undefined;

  constructor(
    connection: SandboxConnection,
    log: OutputLog,
    onState: (state: RunState, elapsed: number) => void,
  ) {
    this.#connection = connection;
    this.#log = log;
    this.#onState = onState;
  }

  async run(files: Files, entry: string): Promise<void> {
    const run = ++this.#run;
    this.#log.clear();
    this.#onState("running", 0);
    try {
      this.#loaded ??= this.#load();
      await this.#loaded;
    } catch (error) {
      this.#loaded = undefined;
      this.#fail("SandboxError", (error as Error).message);
      return;
    }
    if (run === this.#run) {
      // The order travels as a file, which Sandpack's protocol knows how to carry.
      this.#connection.send({ ...files, "/package.json": { code: JSON.stringify({ main: entry, run }) } });
    }
  }

  stop(): void {
    this.#connection.stop();
  }

  #load(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(
        () => reject(new Error(`The sandbox page did not load within ${loadingTimeout / 1000} s.`)),
        loadingTimeout,
      );
      this.#whenLoaded = () => {
        clearTimeout(timeout);
        resolve();
      };
      this.#connection.listen((message) => {
        const known = parseSandboxMessage(message, this.#run);
        if (known !== undefined) {
          this.#receive(known);
        }
      });
      this.#connection.open().catch(reject);
    });
  }

  #receive(message: SandboxMessage): void {
    switch (message.type) {
      case "ready":
        this.#whenLoaded?.();
        break;
      case "console":
        this.#log.print(message.entries, message.dropped);
        break;
      case "error":
        this.#log.printError(message.error);
        break;
      case "state":
        this.#onState(message.state, message.elapsed);
    }
  }

  #fail(name: string, message: string): void {
    this.#log.printError({ name, message, path: "", line: 0, stack: "" });
    this.#onState("failed", 0);
  }
}
