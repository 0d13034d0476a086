import type { ProgramError, Recording, RunState, StepperCommand } from "../../sandbox/protocol.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import type { OutputLog } from "./output-log.ts";
import { parseSandboxMessage, type SandboxMessage } from "./parse-sandbox-message.ts";
import type { SandboxConnection, SandboxFiles } from "./sandbox-connection.ts";

/** How a run begins. */
export interface RunOptions {
  /** Whether what the loop does is recorded; only such a run can be paused. */
  readonly trace: boolean;
  /** Whether it waits before its first callback. */
  readonly paused: boolean;
  /** Whether what is recorded has the values of variables. */
  readonly values?: boolean | undefined;
}

export interface RunEvents {
  readonly onState: (state: RunState, elapsed: number) => void;
  /** The error that ended the run; undefined when a new run begins. */
  readonly onError: (error: ProgramError | undefined) => void;
  /** What the loop has done since the last time, and how many events of the run were too many to be kept. */
  readonly onTrace?: ((events: readonly TraceEvent[], dropped: number) => void) | undefined;
  /** The loop stands still between two callbacks, or goes on. A run that ends is not paused any more. */
  readonly onPaused?: ((paused: boolean) => void) | undefined;
  /** Nobody can pause the run from here on, and it goes on. */
  readonly onUndriven?: (() => void) | undefined;
  /** How much of what the program needs has been fetched, from 0 to 1; undefined once that is over. */
  readonly onLoading?: ((part: number | undefined) => void) | undefined;
}

interface RunRequest {
  readonly files: Readonly<Record<string, string>>;
  /** The name of the file to run. */
  readonly entry: string;
  readonly recording: Recording | undefined;
}

/** How long the sandbox page may take to load, in milliseconds. */
const loadingTimeout = 20_000;

/** Files that ask for no run: the page loads, and waits. */
const noRun: SandboxFiles = { "/package.json": { code: "{}" } };

/**
 * Numbers the runs of one pane, and lets only the messages of the latest one through: what an ended run still
 * had on its way is dropped.
 */
export class SandboxRunner {
  readonly #connect: (files: SandboxFiles) => SandboxConnection;
  readonly #logOf: (entry: string) => OutputLog;
  readonly #events: RunEvents;
  /** That of the latest run. */
  #log: OutputLog | undefined;
  #run = 0;
  #running = false;
  #startedAt = 0;
  #paused = false;
  #speed = 1;
  /** What the sandbox page is asked for when it has loaded. */
  #waiting: RunRequest | undefined;
  #connection: SandboxConnection | undefined;
  /** Runs out if the sandbox page does not load; undefined before it is asked to, and once it has. */
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** `connect` loads the sandbox page and gives it files. */
  constructor(
    connect: (files: SandboxFiles) => SandboxConnection,
    logOf: (entry: string) => OutputLog,
    events: RunEvents,
  ) {
    this.#connect = connect;
    this.#logOf = logOf;
    this.#events = events;
  }

  /** Loads the sandbox page ahead of the first run. */
  warmUp(): void {
    if (this.#connection === undefined) {
      this.#open(noRun);
    }
  }

  /** Runs one of the files, which are given by name. */
  run(files: RunRequest["files"], entry: string, { trace, paused, values }: RunOptions): void {
    this.#run++;
    this.#running = true;
    this.#startedAt = performance.now();
    this.#setPaused(false);
    this.#log = this.#logOf(entry);
    this.#log.clear();
    this.#events.onError(undefined);
    this.#events.onState("running", 0);
    this.#send({ files, entry, recording: trace ? { paused, speed: this.#speed, values } : undefined });
  }

  /** Drives the run that is recorded. A speed holds for the runs that follow, too. */
  drive(command: StepperCommand): void {
    if (command.type === "speed") {
      this.#speed = command.speed;
    }
    this.#connection?.drive(command);
    if (this.#waiting?.recording !== undefined) {
      const paused = command.type === "speed" ? this.#waiting.recording.paused : command.type !== "resume";
      this.#send({ ...this.#waiting, recording: { ...this.#waiting.recording, paused, speed: this.#speed } });
    }
  }

  stop(): void {
    if (!this.#running) {
      return;
    }
    if (this.#waiting === undefined) {
      this.#connection?.stop();
    } else {
      // The page has not loaded and could not hear it: there is nothing to run any more once it has.
      this.#waiting = undefined;
      this.#connection?.send(noRun);
    }
    // Said at once: what the program has sent may still be in the way of the sandbox page's answer.
    this.#end("stopped", performance.now() - this.#startedAt);
  }

  /** Stops, and is silent from then on. */
  leave(): void {
    this.stop();
    this.#run++;
  }

  /** The request travels as a file, which Sandpack's protocol knows how to carry. */
  #send(request: RunRequest): void {
    const { files, entry, recording } = request;
    const sent: SandboxFiles = {
      ...Object.fromEntries(Object.entries(files).map(([name, code]) => [`/${name}`, { code }])),
      "/package.json": { code: JSON.stringify({ main: `/${entry}`, run: this.#run, recording }) },
    };
    if (this.#connection === undefined) {
      this.#open(sent);
    } else {
      this.#connection.send(sent);
    }
    // What is sent before the page has loaded, Sandpack's client sends again as soon as it has.
    this.#waiting = this.#patience === undefined ? undefined : request;
  }

  #open(files: SandboxFiles): void {
    this.#patience = setTimeout(() => this.#giveUp(), loadingTimeout);
    this.#connection = this.#connect(files);
    this.#connection.listen((message) => {
      const known = parseSandboxMessage(message, this.#run);
      if (known !== undefined) {
        this.#receive(known);
      }
    });
  }

  #giveUp(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#patience = undefined;
    if (this.#waiting !== undefined) {
      this.#waiting = undefined;
      this.#running = false;
      const message = `The sandbox page did not load within ${loadingTimeout / 1000} s. Run tries again.`;
      this.#fail({ name: "SandboxError", message, frames: [] });
      this.#events.onState("failed", 0);
    }
  }

  #receive(message: SandboxMessage): void {
    // A run that is over stays as it ended, and only what it has printed and done is still told.
    if (!this.#running && !["ready", "console", "trace"].includes(message.type)) {
      return;
    }
    switch (message.type) {
      case "ready":
        clearTimeout(this.#patience);
        this.#patience = undefined;
        this.#waiting = undefined;
        break;
      case "console":
        this.#log?.print(message.entries, message.dropped);
        break;
      case "error":
        this.#fail(message.error);
        break;
      case "trace":
        this.#events.onTrace?.(message.events, message.dropped);
        break;
      case "paused":
        this.#setPaused(message.paused);
        break;
      case "undriven":
        this.#events.onUndriven?.();
        break;
      case "loading":
        this.#events.onLoading?.(message.part);
        break;
      case "state":
        this.#takeState(message);
    }
  }

  #takeState({ state, elapsed }: Extract<SandboxMessage, { type: "state" }>): void {
    if (state === "running" || state === "blocked") {
      this.#events.onState(state, elapsed);
    } else {
      this.#log?.flush();
      this.#end(state, elapsed);
    }
  }

  #end(state: RunState, elapsed: number): void {
    this.#running = false;
    this.#setPaused(false);
    this.#events.onLoading?.(undefined);
    this.#events.onState(state, elapsed);
  }

  #setPaused(paused: boolean): void {
    if (this.#paused !== paused) {
      this.#paused = paused;
      this.#events.onPaused?.(paused);
    }
  }

  #fail(error: ProgramError): void {
    this.#log?.printError(error);
    this.#events.onError(error);
  }
}
