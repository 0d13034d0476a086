/// <reference lib="dom" />

import { cut } from "../trace/cut.ts";
import { traceLimits } from "../trace/trace.ts";
import { MessageRate } from "./message-rate.ts";
import { parseReport } from "./parse-report.ts";
import { type BootCommand, type Command, limits, type Report, type RunCommand } from "./protocol.ts";
import { writeReport } from "./report-text.ts";

/** How often the worker is asked whether it still answers, in milliseconds. */
const pingInterval = 500;
/** How long a question may stay open before the worker counts as blocked, in milliseconds. */
const blockedAfter = 3_000;

/** How many messages of a worker are read in a second; the console sends at most 4,000, and a trace 300. */
const mostMessages = 10_000;
/** So many units of output as text count as one more message of the rate limit: 20 million a second are read. */
const unitsOfMessage = 2_000;
/** So many events of a trace count as one message of the rate limit. All events of a run may come in one second. */
const eventsOfMessage = (2 * traceLimits.all) / mostMessages;

/** A worker that has run nothing yet. */
export interface FreshWorker {
  readonly worker: Worker;
  /** Resolves once it can run a program; left out by one that always can. */
  readonly prepared?: Promise<void>;
}

let makeWorker = (): FreshWorker => {
  throw new Error("The frame has not been booted.");
};
let current:
  | { readonly worker: Worker; readonly listening: AbortController; watchdog?: number | undefined }
  | undefined;
/** To start a worker takes longer than most programs. */
let spare: FreshWorker | undefined;
let booted = Promise.resolve();

/**
 * Owns the worker in which programs run: starts, asks and ends it, and hands on what it says to the page.
 *
 * @param boot Makes what makes workers of what the page sends first.
 */
export function serveFrame(boot: (command: BootCommand) => Promise<() => FreshWorker>): void {
  addEventListener("message", ({ data, source }: MessageEvent<Command>) => {
    if (source !== parent) {
      return;
    }
    if (data.type === "boot") {
      booted = boot(data).then((make) => {
        makeWorker = make;
        makeSpare();
      });
    } else if (data.type === "ask") {
      tellReady();
    } else {
      void booted.then(() => obey(data));
    }
  });
  tellReady();
}

function obey(command: Exclude<Command, { readonly type: "boot" | "ask" }>): void {
  if (command.type === "stepper") {
    current?.worker.postMessage(command);
  } else {
    stop();
    if (command.type === "run") {
      start(command);
    } else {
      makeSpare();
    }
  }
}

function start(command: RunCommand): void {
  const { worker, prepared } = spare ?? makeWorker();
  spare = undefined;
  const listening = new AbortController();
  current = { worker, listening };
  const isCurrent = () => current?.worker === worker;
  if (prepared === undefined) {
    begin(command, worker, listening);
  } else {
    prepared.then(
      () => isCurrent() && begin(command, worker, listening),
      (error) =>
        isCurrent() &&
        report({ type: "failed", run: command.run, error: plainError((error as Error).message) }),
    );
  }
}

function begin(command: RunCommand, worker: Worker, listening: AbortController): void {
  const { run } = command;
  let askedAt: number | undefined;
  let blocked = false;

  const setBlocked = (value: boolean): void => {
    if (blocked !== value) {
      blocked = value;
      report({ type: "blocked", run, blocked });
    }
  };
  const watchdog = window.setInterval(() => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      worker.postMessage({ type: "ping" });
    } else if (performance.now() - askedAt >= blockedAfter) {
      setBlocked(true);
    }
  }, pingInterval);

  const rate = new MessageRate(() => performance.now(), 1_000);
  const receive = ({ data }: MessageEvent): void => {
    // The window begins anew when it is over, before this message is counted.
    const { recent } = rate;
    const weight = weightOf(data);
    rate.note(weight);
    if (recent + weight > mostMessages) {
      stop();
      report({ type: "flooded", run });
    } else if (data?.type === "pong") {
      askedAt = undefined;
      setBlocked(false);
    } else if (typeof data === "object" && data !== null) {
      // Read here, and again where it arrives: what is not to be heard must not take the page's time.
      const known = parseReport(data, run);
      if (known !== undefined) {
        const length = report(known);
        if (known.type === "console") {
          rate.note(length / unitsOfMessage);
        }
      }
    }
  };
  const fail = (event: ErrorEvent): void => {
    event.preventDefault();
    report({ type: "failed", run, error: plainError(event.message || "The worker ended.") });
  };
  worker.addEventListener("message", receive, listening);
  worker.addEventListener("error", fail, listening);

  current = { worker, listening, watchdog };
  report({ type: "begun", run });
  worker.postMessage({ ...command, type: "start" });
}

function plainError(message: string) {
  return { name: "Error", message: cut(message, limits.text), frames: [] };
}

/** Between two runs, so that it takes no time of a program's. */
function makeSpare(): void {
  spare ??= makeWorker();
}

/** How many messages one counts as: a worker that sends them faster than a page can read them would freeze it. */
function weightOf(message: unknown): number {
  const { events } = (message ?? {}) as { readonly events?: unknown };
  return 1 + (Array.isArray(events) ? events.length / eventsOfMessage : 0);
}

/** Ends the run at once, whatever it is doing. Its timers and messages end with its worker. */
function stop(): void {
  if (current !== undefined) {
    clearInterval(current.watchdog);
    // What it has sent already still arrives, and of a flood there is much: nobody looks at it.
    current.listening.abort();
    current.worker.terminate();
    current = undefined;
  }
}

/** Returns how long the message is as text. */
function report(message: Report): number {
  const text = writeReport(message);
  parent.postMessage(text, "*");
  return text.length;
}

function tellReady(): void {
  parent.postMessage({ type: "ready" }, "*");
}
