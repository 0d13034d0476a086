/// <reference lib="webworker" />

import { captureConsole } from "./capture-console.ts";
import { countHostWork } from "./count-host-work.ts";
import { describeError } from "./describe-error.ts";
import { endOf } from "./end-of-program.ts";
import { limitWorkers } from "./limit-workers.ts";
import { beginning, linkModules } from "./link-modules.ts";
import { installNodeTimers } from "./node-timers.ts";
import { PendingWork } from "./pending-work.ts";
import type { ProgramError, Report, StepperCommand, TypeScriptRun } from "./protocol.ts";
import { Rejections } from "./rejections.ts";
import type { Inspect, RunInspection } from "./run-inspection.ts";

/** The first message to the worker. What comes after it are pings and commands to the stepper. */
export interface Start extends Omit<TypeScriptRun, "type"> {
  readonly type: "start";
}

/** What Node says, and that it is the end. */
const unsettled: ProgramError = {
  name: "Warning",
  message: "Detected unsettled top-level await: nothing is left to settle it (in Node, exit code 13).",
  frames: [],
};

// Kept before the reader's code can replace them.
const post = self.postMessage.bind(self);
let ended = false;
let silent = false;
let inspection: RunInspection | undefined;
/** What the reader has asked for while the library was loaded. */
const earlyCommands: StepperCommand[] = [];

type WorkerMessage =
  | Start
  | { readonly type: "ping" }
  | { readonly type: "stepper"; readonly command: StepperCommand };

self.addEventListener("message", ({ data, isTrusted }: MessageEvent<WorkerMessage>) => {
  if (!isTrusted) {
    return;
  }
  if (data.type === "ping") {
    post({ type: "pong" });
  } else if (data.type === "stepper") {
    if (inspection === undefined) {
      earlyCommands.push(data.command);
    } else {
      inspection.handleCommand(data.command);
    }
  } else if (data.type === "start") {
    void runProgram(data);
  }
});

async function runProgram({
  run,
  entry,
  modules,
  library,
  recording,
  inspectionScript,
  watched,
}: Start): Promise<void> {
  // Before anything of the worker is replaced: it keeps what it needs.
  const inspect = inspectionScript === undefined ? undefined : await loadInspection(inspectionScript);
  const program = linkModules(modules, entry, library);
  const console = captureConsole(
    program.modules,
    // What a process would not live to print is not shown.
    (entries, dropped) => silent || report({ type: "console", run, entries, dropped }),
    (line, text) => inspection?.noteOutput(line, text),
  );
  const end = (last: Report): void => {
    if (!ended) {
      ended = true;
      try {
        console.flush();
        inspection?.flush();
      } finally {
        silent = true;
        report(last);
      }
    }
  };
  const fail = (thrown: unknown): void =>
    end({ type: "failed", run, error: describeError(thrown, program.modules) });

  const rejections = new Rejections((reason, promise) => {
    inspection?.noteUnhandled(promise, reason);
    fail(reason);
  });
  self.addEventListener(
    "error",
    (event) => {
      event.preventDefault();
      fail(event.error ?? event.message.replace("Uncaught ", ""));
    },
    { capture: true },
  );

  self.close = () => end({ type: "done", run });
  limitWorkers();
  const pendingWork = new PendingWork();
  countHostWork(pendingWork);
  installNodeTimers(pendingWork);
  // Until its first line runs a program is being loaded, and that is work, too.
  self.addEventListener(beginning, pendingWork.keepAlive(), { once: true });
  let evaluated = false;
  const evaluate = async (): Promise<void> => {
    try {
      await import(program.entry);
      evaluated = true;
    } catch (thrown) {
      inspection?.noteModuleFailed(thrown);
      fail(thrown);
    }
  };
  try {
    if (recording !== undefined && inspect !== undefined) {
      const { "asyncio-ts/inspection": found } = await import(program.library);
      inspection = inspect({
        run,
        recording,
        library: found,
        modules: program.modules,
        pendingWork,
        watched,
        report,
      });
      earlyCommands.forEach(inspection.handleCommand);
    }
    void evaluate();
    const how = await endOf({
      pendingWork,
      rejections,
      importsLater: modules.some(({ imports }) => imports.some(({ dynamic }) => dynamic)),
      isEvaluated: () => evaluated,
    });
    end(how === "done" ? { type: "done", run } : { type: "failed", run, error: unsettled });
  } catch (thrown) {
    fail(thrown);
  }
}

async function loadInspection(script: string): Promise<Inspect> {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return (await import(address)).inspect;
}

function report(message: Report): void {
  post(message);
}
