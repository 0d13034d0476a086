/// <reference lib="dom" />
/**
 * The page inside a pane's iframe. To Sandpack it is a bundler: it speaks the bundler protocol. To the reader's
 * code it is out of reach: the code runs one level down, in a worker of a frame with an opaque origin.
 */
import compilerSource from "virtual:sandbox/compiler";
import frameSource, { hash as frameHash } from "virtual:sandbox/frame";
import workerSource from "virtual:sandbox/worker";
import { traceLimits } from "../trace/trace.ts";
import type { Compilation } from "./compile.ts";
import { type CompileOrder, CompilerHost } from "./compiler-host.ts";
import { framePolicy } from "./create-frame.ts";
import { FrameHost } from "./frame-host.ts";
import { loadProgram } from "./load-program.ts";
import { PaneChannel, type PaneMessage, type RunManifest } from "./pane-channel.ts";
import type { ProgramError, Recording, Report, RunState } from "./protocol.ts";
import { readReport } from "./report-text.ts";
import { errorAtOriginalPositions, toOriginalPositions } from "./source-map.ts";

const processEnded = "The browser ended the process in which the program ran, perhaps for want of memory.";
const tooManyMessages = "The program sent messages faster than a page can read them, and was ended.";

const pane = new PaneChannel();
let currentRun = 0;
let startedAt = 0;
let compilation: Compilation | undefined;
/** How many events of the run may still be handed on. */
let eventsLeft = 0;
/** Whether the reader has pressed Stop since the latest manifest came. */
let stopped = false;
/** Whether the program does not answer. */
let blocked = false;
/** Whether the latest run is over, in whatever way. */
let ended = true;
/** When the latest run has been handed to the frame. */
let started = Promise.resolve();
const compiler = new CompilerHost(compilerSource);
const frame = new FrameHost(frameSource, framePolicy(frameHash), { type: "boot", worker: workerSource }, () =>
  loseFrame(),
);

addEventListener("message", (event) => {
  if (frame.isOrigin(event.source)) {
    frame.noteAlive();
    receive(event.data);
  } else if (event.source === parent && event.origin === location.origin) {
    handleMessage(event.data);
  }
});

pane.tell({ type: "initialized" });

function handleMessage(message: PaneMessage): void {
  if (message.type === "register-frame") {
    pane.register(message.id);
  } else if (message.type === "compile" && message.modules !== undefined) {
    prepare(message.modules);
  } else if (message.type === "stepper" && message.command !== undefined) {
    const { command } = message;
    void started.then(() => frame.send({ type: "stepper", command }));
  } else if (message.type === "stop") {
    stopped = true;
    compiler.cancel();
    endProgram();
    tellPaneState("stopped");
  }
}

/** Sandpack may send the same files twice at the start; a run's number is taken once. */
function prepare(modules: NonNullable<PaneMessage["modules"]>): void {
  const { main, run = 0, recording }: RunManifest = JSON.parse(modules["/package.json"]?.code ?? "{}");
  pane.tell({ type: "start" });
  // To the pane this means that the page has loaded, and hears of Stop.
  pane.tell({ type: "done", compilatonError: false });
  if (main === undefined || run <= currentRun) {
    return;
  }
  currentRun = run;
  stopped = false;
  ended = false;
  startedAt = performance.now();
  eventsLeft = recording === undefined ? 0 : traceLimits.all;
  // What still ran belongs to the past.
  endProgram();
  tellPaneState("running");
  const sources = Object.fromEntries(Object.entries(modules).map(([path, { code }]) => [path, code]));
  started = compileAndStart({ sources, entry: main }, run, recording);
}

async function compileAndStart(
  order: CompileOrder,
  run: number,
  recording: Recording | undefined,
): Promise<void> {
  pane.tell({ type: "status", status: "transpiling" });
  // The next order cancels this one, and so does Stop.
  const compiled = await compiler.compile(order);
  compilation = compiled?.compilation;
  if (compilation !== undefined) {
    pane.tell({ type: "status", status: "evaluating" });
    await start(compilation, { run, entry: order.entry, recording });
  } else if (compiled?.error !== undefined) {
    fail(compiled.error);
  }
}

/** Until all that the program needs is there, the reader may think better of it. */
async function start(
  compiled: Compilation,
  order: { readonly run: number; readonly entry: string; readonly recording: Recording | undefined },
): Promise<void> {
  const isWanted = () => order.run === currentRun && !stopped;
  try {
    const program = await loadProgram(compiled, order.recording);
    if (isWanted()) {
      compilation = program.compilation;
      frame.send({ type: "run", ...order, ...program.command });
    }
  } catch (error) {
    if (isWanted()) {
      fail({ name: "SandboxError", message: (error as Error).message, frames: [] });
    }
  }
}

/** What a run that is over had on its way may still be shown, but does not bring it back to life. */
function receive(data: unknown): void {
  const report = readReport(data, currentRun);
  if (report !== undefined && (!ended || report.type === "console" || report.type === "trace")) {
    relay(compilation === undefined ? report : toOriginalPositions(report, compilation.sourceMaps));
  }
}

function relay(report: Report): void {
  switch (report.type) {
    case "console":
      pane.tell({ type: "console", run: report.run, log: report.entries, dropped: report.dropped });
      break;
    case "trace":
      relayTrace(report);
      break;
    case "paused":
      pane.tell({ type: "paused", run: report.run, paused: report.paused });
      break;
    case "blocked":
      tellPaneState(report.blocked ? "blocked" : "running");
      break;
    case "failed":
      frame.send({ type: "stop" });
      if (isUnlocated(report.error)) {
        void failLocated(report.error);
      } else {
        fail(report.error);
      }
      break;
    case "flooded":
      // What the program has sent still waits in the frame, and would keep the next run waiting.
      frame.replace();
      fail({ name: "Error", message: tooManyMessages, frames: [] });
      break;
    case "done":
      frame.send({ type: "stop" });
      tellPaneState("done");
      pane.tell({ type: "success" });
  }
}

/** A worker keeps to the bound. One that does not, or was not asked to record, is not heard. */
function relayTrace({ run, events, dropped }: Extract<Report, { type: "trace" }>): void {
  if (events.length <= eventsLeft) {
    eventsLeft -= events.length;
    pane.tell({ type: "trace", run, events, dropped });
  }
}

/** Whether an engine refused to load a module and did not say where it is wrong. */
function isUnlocated({ name, frames }: ProgramError): boolean {
  return name === "SyntaxError" && frames.length === 0;
}

/** The parser that finds the position is loaded when it is needed first: most programs never do. */
async function failLocated(error: ProgramError): Promise<void> {
  const run = currentRun;
  // Without the parser the error is shown all the same, only not where it is.
  const located = await import("./locate-syntax-error.ts").catch(() => undefined);
  if (run === currentRun && compilation !== undefined) {
    const found = located?.locateSyntaxError(error, compilation.modules) ?? error;
    fail(errorAtOriginalPositions(found, compilation.sourceMaps));
  }
}

function fail(error: ProgramError): void {
  pane.tellError(currentRun, error);
  tellPaneState("failed");
}

function endProgram(): void {
  if (blocked) {
    // The process of a frame whose program does not answer may be gone, or never come round to hear it.
    frame.replace();
  } else {
    frame.send({ type: "stop" });
  }
}

/** The frame does not answer any more. What ran in it is gone, and the next run needs a new one. */
function loseFrame(): void {
  frame.replace();
  if (!ended) {
    fail({ name: "Error", message: processEnded, frames: [] });
  }
}

function tellPaneState(state: RunState): void {
  blocked = state === "blocked";
  ended = state !== "running" && state !== "blocked";
  pane.tell({ type: "run-state", run: currentRun, state, elapsed: performance.now() - startedAt });
}
