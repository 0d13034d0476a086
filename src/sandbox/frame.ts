/// <reference lib="dom" />
import type { Command, Report } from "./protocol.ts";
import type { Start } from "./worker.ts";

/** How often the worker is asked whether it still answers, in milliseconds. */
const pingInterval = 500;
/** How long a question may stay open before the worker counts as blocked, in milliseconds. */
const blockedAfter = 3_000;

let workerAddress = "";
let library = "";
let current: { readonly worker: Worker; readonly watchdog: number } | undefined;

addEventListener("message", ({ data, source }: MessageEvent<Command>) => {
  if (source !== parent) {
    return;
  }
  if (data.type === "boot") {
    workerAddress = URL.createObjectURL(new Blob([data.worker], { type: "text/javascript" }));
    library = data.library;
  } else {
    stop();
    if (data.type === "run") {
      start(data);
    }
  }
});

function start({ run, entry, modules }: Extract<Command, { type: "run" }>): void {
  const worker = new Worker(workerAddress);
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

  worker.addEventListener("message", ({ data }) => {
    if (data?.type === "pong") {
      askedAt = undefined;
      setBlocked(false);
      return;
    }
    report(data);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const error = { name: "Error", message: event.message || "The worker ended.", frames: [] };
    report({ type: "failed", run, error });
  });

  current = { worker, watchdog };
  worker.postMessage({ type: "start", run, entry, modules, library } satisfies Start);
}

/** Ends the run at once, whatever it is doing. Its timers and messages end with its worker. */
function stop(): void {
  if (current !== undefined) {
    clearInterval(current.watchdog);
    current.worker.terminate();
    current = undefined;
  }
}

function report(message: Report): void {
  parent.postMessage(message, "*");
}

parent.postMessage({ type: "ready" }, "*");
