/// <reference lib="dom" />
/**
 * The page inside a pane's iframe. To Sandpack it is a bundler: it speaks the bundler protocol. To the reader's
 * code it is out of reach: the code runs one level down, in a worker of a frame with an opaque origin.
 */
import compilerSource from "virtual:sandbox/compiler";
import everydayLibrary from "virtual:sandbox/everyday-library";
import frameSource, { hash as frameHash } from "virtual:sandbox/frame";
import workerSource from "virtual:sandbox/worker";
import { firstUserFrame } from "../trace/stack-frame.ts";
import { traceLimits } from "../trace/trace.ts";
import type { Compilation } from "./compile.ts";
import { type CompileOrder, CompilerHost } from "./compiler-host.ts";
import { exportedNames } from "./exported-names.ts";
import { FrameHost } from "./frame-host.ts";
import { importedNames } from "./imported-names.ts";
import type { Command, ProgramError, Recording, Report, RunState, StepperCommand } from "./protocol.ts";
import { readReport } from "./report-text.ts";
import { errorAtOriginalPositions, toOriginalPositions } from "./source-map.ts";

/** The part of Sandpack's `compile` message that matters here. */
interface CompileMessage {
  readonly modules: Readonly<Record<string, { readonly code: string }>>;
}

/** What the pane writes into `/package.json`: which file to run, the number of the run, and whether to record it. */
interface RunManifest {
  readonly main?: string;
  readonly run?: number;
  readonly recording?: Recording;
}

/** What the pane sends besides. */
interface Message {
  readonly type?: string;
  /** Of `register-frame`. */
  readonly id?: number;
  /** Of `stepper`. */
  readonly command?: StepperCommand;
}

const everydayNames = exportedNames(everydayLibrary);
const processEnded = "The browser ended the process in which the program ran, perhaps for want of memory.";
const tooManyMessages = "The program sent messages faster than a page can read them, and was ended.";

let channel: number | undefined;
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
const frame = new FrameHost(frameSource, frameHash, { type: "boot", worker: workerSource }, () =>
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

tellPane({ type: "initialized" });

function handleMessage(message: Message & Partial<CompileMessage>): void {
  if (message.type === "register-frame") {
    channel = message.id;
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
function prepare(modules: CompileMessage["modules"]): void {
  const { main, run = 0, recording }: RunManifest = JSON.parse(modules["/package.json"]?.code ?? "{}");
  tellPane({ type: "start" });
  // To the pane this means that the page has loaded, and hears of Stop.
  tellPane({ type: "done", compilatonError: false });
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
  tellPane({ type: "status", status: "transpiling" });
  // The next order cancels this one, and so does Stop.
  const compiled = await compiler.compile(order);
  compilation = compiled?.compilation;
  if (compilation !== undefined) {
    tellPane({ type: "status", status: "evaluating" });
    await start({ type: "run", run, entry: order.entry, modules: compilation.modules, recording });
  } else if (compiled?.error !== undefined) {
    fail(compiled.error);
  }
}

/** What not every program needs is loaded when it is first wanted, and until then the reader may think better of it. */
async function start(command: Omit<Extract<Command, { type: "run" }>, "library">): Promise<void> {
  const isEveryday = importedNames(command.modules)?.every((name) => everydayNames.includes(name));
  if (isEveryday && command.recording === undefined) {
    frame.send({ ...command, library: everydayLibrary });
    return;
  }
  const compiled = compilation;
  const isWanted = () => command.run === currentRun && !stopped;
  try {
    const [library, inspected] = await Promise.all([
      isEveryday ? everydayLibrary : textOf(import("virtual:sandbox/library")),
      command.recording && compiled && inspectionFor(compiled),
    ]);
    if (isWanted()) {
      compilation = inspected?.compilation ?? compilation;
      frame.send({ ...command, library, ...inspected?.command });
    }
  } catch (error) {
    if (isWanted()) {
      fail({ name: "SandboxError", message: (error as Error).message, frames: [] });
    }
  }
}

/** What records is fetched for a program that is recorded, and so is what chooses it. */
async function inspectionFor(compiled: Compilation) {
  return (await import("./choose-inspection.ts")).chooseInspection(compiled);
}

async function textOf(script: Promise<{ readonly default: string }>): Promise<string> {
  return (await script).default;
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
      tellPane({ type: "console", run: report.run, log: report.entries, dropped: report.dropped });
      break;
    case "trace":
      relayTrace(report);
      break;
    case "paused":
      tellPane({ type: "paused", run: report.run, paused: report.paused });
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
      tellPane({ type: "success" });
  }
}

/** A worker keeps to the bound. One that does not, or was not asked to record, is not heard. */
function relayTrace({ run, events, dropped }: Extract<Report, { type: "trace" }>): void {
  if (events.length <= eventsLeft) {
    eventsLeft -= events.length;
    tellPane({ type: "trace", run, events, dropped });
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

/** Sandpack's own fields say where the error is; `frames` is for the pane's console. */
function fail(error: ProgramError): void {
  const { path = "", line = 0, column = 0 } = firstUserFrame(error.frames) ?? {};
  tellPane({
    type: "action",
    action: "show-error",
    run: currentRun,
    title: error.name,
    message: error.message,
    path: `/${path}`,
    line,
    column,
    payload: {},
    frames: error.frames,
  });
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
  tellPane({ type: "run-state", run: currentRun, state, elapsed: performance.now() - startedAt });
}

function tellPane(message: Readonly<Record<string, unknown>>): void {
  parent.postMessage({ codesandbox: true, $id: channel, ...message }, location.origin);
}
