/// <reference lib="dom" />
/**
 * The page inside a pane's iframe that runs Python. To the pane it is as the page for TypeScript: it speaks the same
 * protocol. It fetches CPython when the first program is to run, and hands it to a frame with an opaque origin.
 */

import { moreModules } from "virtual:sandbox/python-files";
import { hash as frameHash, default as frameSource } from "virtual:sandbox/python-frame";
import workerSource from "virtual:sandbox/python-worker";
import { pythonFramePolicy } from "../create-frame.ts";
import { FrameHost } from "../frame-host.ts";
import { PaneChannel, type PaneMessage, type RunManifest } from "../pane-channel.ts";
import type { ProgramError, PythonRecording, PythonRun, Recording, Report, RunState } from "../protocol.ts";
import { readReport } from "../report-text.ts";
import { TraceRoom } from "../trace-room.ts";
import { canSuspend } from "./can-suspend.ts";
import { type Fetched, fetchMoreLibrary, fetchRuntime } from "./fetch-runtime.ts";
import { needsMoreLibrary } from "./imported-modules.ts";

const processEnded = "The browser ended the process in which the program ran, perhaps for want of memory.";
const tooManyMessages = "The program sent messages faster than a page can read them, and was ended.";

const pane = new PaneChannel();
let currentRun = 0;
let startedAt = 0;
/** Whether the program does not answer. */
let blocked = false;
/** Whether the latest run is over, in whatever way. */
let ended = true;
/** What may still be handed on of the trace of the run; undefined where nobody asked for one. */
let traceRoom: TraceRoom | undefined;
/** Made once CPython is here. */
let frame: FrameHost | undefined;
let opening: Promise<FrameHost> | undefined;
/** When the latest run has been handed to the frame. */
let started = Promise.resolve();

addEventListener("message", ({ source, origin, data }) => {
  if (frame?.isOrigin(source)) {
    frame.noteAlive();
    receive(data);
  } else if (source === parent && origin === location.origin) {
    handleMessage(data);
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
    void started.then(() => frame?.send({ type: "stepper", command }));
  } else if (message.type === "stop") {
    endProgram();
    tellState("stopped");
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
  startedAt = performance.now();
  traceRoom = recording && new TraceRoom();
  // What still ran belongs to the past.
  endProgram();
  tellState("running");
  started = start({ run, entry: main.slice(1), source: modules[main]?.code ?? "" }, recording);
}

type Program = Pick<PythonRun, "run" | "entry" | "source">;

/** Until all is here the reader may think better of it, or run something else. */
async function start(program: Program, recorded: Recording | undefined): Promise<void> {
  const isWanted = () => program.run === currentRun && !ended;
  try {
    tellLoading(0);
    const [host, moreLibrary, recording] = await Promise.all([
      openFrame(),
      needsMoreLibrary(program.source, moreModules) ? fetchMoreLibrary() : undefined,
      recorded && fetchRecording(recorded),
    ]);
    if (isWanted()) {
      tellLoading(1);
      host.send({ type: "run", ...program, moreLibrary, recording });
    }
  } catch (error) {
    if (isWanted()) {
      fail({ name: "SandboxError", message: (error as Error).message, frames: [] });
    }
  }
}

async function fetchRecording(recorded: Recording): Promise<PythonRecording> {
  const { recordingScripts } = await import("./recording-scripts.ts");
  return { ...recorded, scripts: recordingScripts, isDriven: canSuspend() };
}

/** What has failed to be fetched is tried again by the next run. */
function openFrame(): Promise<FrameHost> {
  opening ??= makeFrame().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function makeFrame(): Promise<FrameHost> {
  const python = await fetchRuntime(({ loaded, total }: Fetched) => tellLoading(loaded / total));
  const boot = { type: "boot", worker: workerSource, python } as const;
  frame = new FrameHost(frameSource, pythonFramePolicy(frameHash), boot, () => loseFrame());
  return frame;
}

/** What a run that is over had on its way may still be shown, but does not bring it back to life. */
function receive(data: unknown): void {
  const report = readReport(data, currentRun);
  if (report !== undefined && (!ended || report.type === "console" || report.type === "trace")) {
    relay(report, (data as string).length);
  }
}

/** @param length How long the report was as text. */
function relay(report: Report, length: number): void {
  switch (report.type) {
    case "begun":
      startedAt = performance.now();
      pane.tell({ type: "loading", run: report.run });
      tellState("running");
      break;
    case "console":
      pane.tell({ type: "console", run: report.run, log: report.entries, dropped: report.dropped });
      break;
    case "trace":
      // A worker keeps to the bound. One that does not, or was not asked to record, is not heard.
      if (traceRoom?.take(report.events.length, length)) {
        pane.tell({ type: "trace", run: report.run, events: report.events, dropped: report.dropped });
      }
      break;
    case "paused":
      pane.tell({ type: "paused", run: report.run, paused: report.paused });
      break;
    case "undriven":
      pane.tell({ type: "undriven", run: report.run });
      break;
    case "blocked":
      tellState(report.blocked ? "blocked" : "running");
      break;
    case "failed":
      frame?.send({ type: "stop" });
      fail(report.error);
      break;
    case "flooded":
      // What the program has sent still waits in the frame, and would keep the next run waiting.
      frame?.replace();
      fail({ name: "Error", message: tooManyMessages, frames: [] });
      break;
    case "done":
      frame?.send({ type: "stop" });
      tellState("done");
  }
}

function fail(error: ProgramError): void {
  pane.tellError(currentRun, error);
  tellState("failed");
}

function endProgram(): void {
  if (blocked) {
    // The process of a frame whose program does not answer may be gone, or never come round to hear it.
    frame?.replace();
  } else {
    frame?.send({ type: "stop" });
  }
}

/** The frame does not answer any more. What ran in it is gone, and the next run needs a new one. */
function loseFrame(): void {
  frame?.replace();
  if (!ended) {
    fail({ name: "Error", message: processEnded, frames: [] });
  }
}

/** @param part How much of what is fetched has come, from 0 to 1. */
function tellLoading(part: number): void {
  pane.tell({ type: "loading", run: currentRun, part });
}

function tellState(state: RunState): void {
  blocked = state === "blocked";
  ended = state !== "running" && state !== "blocked";
  pane.tell({ type: "run-state", run: currentRun, state, elapsed: performance.now() - startedAt });
}
