/// <reference lib="webworker" />
import { captureConsole } from "./capture-console.ts";
import { describeError } from "./describe-error.ts";
import { limitWorkers } from "./limit-workers.ts";
import { linkModules } from "./link-modules.ts";
import { trackPendingWork } from "./pending-work.ts";
import type { CompiledModule, Recording, Report } from "./protocol.ts";

/** The worker's first and only order. Everything after it is a ping. */
export interface Start {
  readonly type: "start";
  readonly run: number;
  readonly entry: string;
  readonly modules: readonly CompiledModule[];
  readonly library: string;
  readonly recording?: Recording | undefined;
}

// Kept before the reader's code can replace them.
const post = self.postMessage.bind(self);
let ended = false;

self.addEventListener("message", ({ data, isTrusted }: MessageEvent<Start | { readonly type: "ping" }>) => {
  if (isTrusted && data.type === "ping") {
    post({ type: "pong" });
  } else if (isTrusted && data.type === "start") {
    void runProgram(data);
  }
});

async function runProgram({ run, entry, modules, library }: Start): Promise<void> {
  const program = linkModules(modules, entry, library);
  const console = captureConsole(program.modules, (entries, dropped) =>
    report({ type: "console", run, entries, dropped }),
  );
  const end = (last: Report): void => {
    if (!ended) {
      ended = true;
      console.flush();
      report(last);
    }
  };
  const fail = (thrown: unknown): void =>
    end({ type: "failed", run, error: describeError(thrown, program.modules) });

  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(event.reason);
  });
  self.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });

  self.close = () => end({ type: "done", run });
  limitWorkers();
  const pendingWork = trackPendingWork();
  try {
    await import(program.entry);
    await pendingWork.settled();
    end({ type: "done", run });
  } catch (thrown) {
    fail(thrown);
  }
}

function report(message: Report): void {
  post(message);
}
