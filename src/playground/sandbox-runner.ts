import type { ProgramError, RunState } from "../sandbox/protocol.ts";
import { locateSyntaxError } from "./locate-syntax-error.ts";
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

export interface RunEvents {
  readonly onState: (state: RunState, elapsed: number) => void;
  /** The error that ended the run; undefined when a new run begins. */
  readonly onError: (error: ProgramError | undefined) => void;
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
  readonly #events: RunEvents;
  #files: Files = {};
  #run = 0;
  #loaded: Promise<void> | undefined;
  #whenLoaded: (() => void) | undefined;

  constructor(connection: SandboxConnection, log: OutputLog, events: RunEvents) {
    this.#connection = connection;
    this.#log = log;
    this.#events = events;
  }

  async run(files: Files, entry: string): Promise<void> {
    const run = ++this.#run;
    this.#files = files;
    this.#log.clear();
    this.#events.onError(undefined);
    this.#events.onState("running", 0);
    try {
      this.#loaded ??= this.#load();
      await this.#loaded;
    } catch (error) {
      this.#loaded = undefined;
      this.#fail({ name: "SandboxError", message: (error as Error).message, frames: [] });
      this.#events.onState("failed", 0);
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
        this.#fail(locateSyntaxError(message.error, this.#files));
        break;
      case "state":
        this.#log.flush();
        this.#events.onState(message.state, message.elapsed);
    }
  }

  #fail(error: ProgramError): void {
    this.#log.printError(error);
    this.#events.onError(error);
  }
}
