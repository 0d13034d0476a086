/// <reference lib="dom" />
/**
 * The page inside a pane's iframe. To Sandpack it is a bundler: it speaks the bundler protocol. To the reader's
 * code it is out of reach: the code runs one level down, in a worker of a frame with an opaque origin.
 */
import frameSource from "virtual:sandbox/frame";
import librarySource from "virtual:sandbox/library";
import workerSource from "virtual:sandbox/worker";
import { CompileError, compile } from "./compile.ts";
import { createFrame } from "./create-frame.ts";
import { parseReport } from "./parse-report.ts";
import type { Command, CompiledModule, ProgramError, Report, RunState } from "./protocol.ts";

/** The part of Sandpack's `compile` message that matters here. */
interface CompileMessage {
  readonly modules: Readonly<Record<string, { readonly code: string }>>;
}

/** What the pane writes into `/package.json`: which file to run, and the number of the run. */
interface Order {
  readonly main?: string;
  readonly run?: number;
}

let channel: number | undefined;
let currentRun = 0;
let startedAt = 0;
const frame = createFrame(frameSource);
const frameReady = whenReady();

addEventListener("message", (event) => {
  if (event.source === frame.contentWindow) {
    receive(event.data);
  } else if (event.source === parent && event.origin === location.origin) {
    obey(event.data);
  }
});

tellPane({ type: "initialized" });

function obey(message: { readonly type?: string; readonly id?: number } & Partial<CompileMessage>): void {
  if (message.type === "register-frame") {
    channel = message.id;
  } else if (message.type === "compile" && message.modules !== undefined) {
    void prepare(message.modules);
  } else if (message.type === "stop") {
    tellFrame({ type: "stop" });
    tellPaneState("stopped");
  }
}

/** Sandpack may send the same order twice at the start; a run's number is obeyed once. */
async function prepare(modules: CompileMessage["modules"]): Promise<void> {
  await frameReady;
  const { main, run = 0 }: Order = JSON.parse(modules["/package.json"]?.code ?? "{}");
  tellPane({ type: "start" });
  if (main === undefined || run <= currentRun) {
    tellPane({ type: "done", compilatonError: false });
    return;
  }
  currentRun = run;
  startedAt = performance.now();
  tellPane({ type: "status", status: "transpiling" });
  const compiled = compileOrFail(modules, main);
  tellPane({ type: "done", compilatonError: compiled === undefined });
  if (compiled !== undefined) {
    tellPane({ type: "status", status: "evaluating" });
    tellPaneState("running");
    tellFrame({ type: "run", run, entry: main, modules: compiled });
  }
}

function compileOrFail(modules: CompileMessage["modules"], main: string): CompiledModule[] | undefined {
  const sources = Object.fromEntries(Object.entries(modules).map(([path, { code }]) => [path, code]));
  try {
    return compile(sources, main);
  } catch (error) {
    if (!(error instanceof CompileError)) {
      throw error;
    }
    tellFrame({ type: "stop" });
    const { name, message, line } = error;
    fail({ name, message, line, path: error.path.slice(1), stack: "" });
    return undefined;
  }
}

function receive(data: unknown): void {
  const report = parseReport(data, currentRun);
  if (report !== undefined) {
    relay(report);
  }
}

function relay(report: Report): void {
  switch (report.type) {
    case "console":
      tellPane({ type: "console", run: report.run, log: report.entries, dropped: report.dropped });
      break;
    case "blocked":
      tellPaneState(report.blocked ? "blocked" : "running");
      break;
    case "failed":
      tellFrame({ type: "stop" });
      fail(report.error);
      break;
    case "done":
      tellFrame({ type: "stop" });
      tellPaneState("done");
      tellPane({ type: "success" });
  }
}

function fail(error: ProgramError): void {
  const { name, message, path, line, stack } = error;
  const place = { title: name, message, path, line, column: 0, payload: { frames: [] } };
  tellPane({ type: "action", action: "show-error", run: currentRun, ...place, stack });
  tellPaneState("failed");
}

function tellPaneState(state: RunState): void {
  tellPane({ type: "run-state", run: currentRun, state, elapsed: performance.now() - startedAt });
}

function tellPane(message: Readonly<Record<string, unknown>>): void {
  parent.postMessage({ codesandbox: true, $id: channel, ...message }, location.origin);
}

function tellFrame(command: Command): void {
  // An opaque origin cannot be named, so the message is addressed to the window alone.
  frame.contentWindow?.postMessage(command, "*");
}

function whenReady(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener("message", function ready({ source, data }) {
      if (source === frame.contentWindow && data?.type === "ready") {
        removeEventListener("message", ready);
        tellFrame({ type: "boot", worker: workerSource, library: librarySource });
        resolve();
      }
    });
  });
}
