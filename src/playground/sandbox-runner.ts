import type { ProgramError, Recording, RunState } from "../sandbox/protocol.ts";
import type { Pace, TraceEvent } from "../sandbox/trace.ts";
import { locateSyntaxError } from "./locate-syntax-error.ts";
import type { OutputLog } from "./output-log.ts";
import { parseSandboxMessage, type SandboxMessage } from "./parse-sandbox-message.ts";

/** What the runner needs of Sandpack's client. */
export interface SandboxConnection {
  /** Loads the sandbox page. It then compiles what it is given, and answers `done`. */
  open(): Promise<void>;
  listen(listener: (message: unknown) => void): () => void;
  send(files: Files): void;
  setPace(pace: Pace): void;
  stop(): void;
}

/** How a run begins. */
export interface RunOptions {
  /** Whether what the loop does is recorded; only such a run can be paused. */
  readonly trace: boolean;
  /** Whether it waits before its first callback. */
  readonly paused: boolean;
}

export interface RunEvents {
  readonly onState: (state: RunState, elapsed: number) => void;
  /** The error that ended the run; undefined when a new run begins. */
  readonly onError: (error: ProgramError | undefined) => void;
  /** What the loop has done since the last time, and how many events of the run were too many to be kept. */
  readonly onTrace?: ((events: readonly TraceEvent[], dropped: number) => void) | undefined;
  /** The loop stands still between two callbacks, or goes on. A run that ends is not paused any more. */
  readonly onPaused?: ((paused: boolean) => void) | undefined;
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
  #paused = false;
  #speed = 1;
  /** The order of a run that the sandbox has not got yet. */
  #waiting: Recording | undefined;
  #loaded: Promise<void> | undefined;
  #whenLoaded: (() => void) | undefined;

  constructor(connection: SandboxConnection, log: OutputLog, events: RunEvents) {
    this.#connection = connection;
    this.#log = log;
    this.#events = events;
  }

  async run(files: Files, entry: string, { trace, paused }: RunOptions): Promise<void> {
    const run = ++this.#run;
    this.#files = files;
    this.#waiting = trace ? { paused, speed: this.#speed } : undefined;
    this.#setPaused(false);
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
      const order = JSON.stringify({ main: entry, run, recording: this.#waiting });
      this.#waiting = undefined;
      this.#connection.send({ ...files, "/package.json": { code: order } });
    }
  }

  /** Drives the run that is recorded. A speed holds for the runs that follow, too. */
  setPace(pace: Pace): void {
    if (pace.type === "speed") {
      this.#speed = pace.speed;
    }
    if (this.#waiting === undefined) {
      this.#connection.setPace(pace);
    } else {
      const paused = pace.type === "speed" ? this.#waiting.paused : pace.type !== "resume";
      this.#waiting = { paused, speed: this.#speed };
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
      case "trace":
        this.#events.onTrace?.(message.events, message.dropped);
        break;
      case "paused":
        this.#setPaused(message.paused);
        break;
      case "state":
        this.#log.flush();
        if (message.state !== "running" && message.state !== "blocked") {
          this.#setPaused(false);
        }
        this.#events.onState(message.state, message.elapsed);
    }
  }

  #setPaused(paused: boolean): void {
    if (this.#paused !== paused) {
      this.#paused = paused;
      this.#events.onPaused?.(paused);
    }
  }

  #fail(error: ProgramError): void {
    this.#log.printError(error);
    this.#events.onError(error);
  }
}
