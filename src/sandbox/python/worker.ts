/// <reference lib="webworker" />
import { loadPyodide, type PyodideAPI } from "pyodide";
import { cut } from "../../trace/cut.ts";
import { traceLimits } from "../../trace/trace.ts";
import { ConsoleOutbox } from "../console-outbox.ts";
import { limitWorkers } from "../limit-workers.ts";
import { limits, type ProgramError, type PythonRun, type Report } from "../protocol.ts";
import { TraceRoom } from "../trace-room.ts";
import importsSource from "./everyday_imports.py";
import { limitMemory } from "./limit-memory.ts";
import networkSource from "./memory_network.py";
import { OutputLines } from "./output-lines.ts";
import interpreterSource from "./run_program.py";
import type { PythonRuntime } from "./runtime.ts";
import { Sleeper } from "./sleeper.ts";

/** The first message to the worker. */
export interface Prepare extends Omit<PythonRuntime, "wasm"> {
  readonly type: "prepare";
  /** CPython, compiled by the frame. */
  readonly module: WebAssembly.Module;
  /** The memory of an interpreter that had run nothing of the reader's: to begin there takes a tenth of the time. */
  readonly snapshot?: Uint8Array<ArrayBuffer> | undefined;
}

/** The answer to it. */
export interface Prepared {
  readonly type: "prepared";
  /** The first worker makes it, for those that follow. */
  readonly snapshot: Uint8Array<ArrayBuffer> | undefined;
}

/** The second. What comes after it are pings. */
export interface Start extends Omit<PythonRun, "type"> {
  readonly type: "start";
}

/** What `run_program.py` asks of the worker. */
interface Host {
  /** Sleeps for so many seconds, in which the loop has nothing to do. */
  wait(seconds: number): void;
  /** The loop has come round: the program is not blocked. */
  answer(): void;
  /** Sends what has been printed. */
  flush(): void;
  /** Ends a program that waits for what nothing is left to bring about. Does not return. */
  neverEnds(): void;
}

/** What `record_run.py` asks of it besides. */
interface RecordingHost extends Host {
  /** The lines that have been printed since it asked before, as JSON. */
  takePrinted(): string;
  /** What has no end of line is a line, too. */
  endOutput(): void;
  /** Sends events, which are given as JSON. */
  sendTrace(json: string, count: number, dropped: number): void;
}

/**
 * How `run_program.py` says that a program failed, as JSON; an empty text if it did not. `recording` has the scripts that
 * record it, as JSON.
 */
type RunProgram = (source: string, name: string, host: Host, recording?: string) => string;

/** Where Python finds modules of ours. */
const modulesPath = "/lib/python3.14/site-packages";
/** Where it finds what the page hands in besides. */
const moreLibraryPath = "/lib/python-more.zip";
const neverEnds: ProgramError = {
  name: "Error",
  message: "Nothing is left that could wake the event loop: CPython would wait for ever.",
  frames: [],
};

// Kept before the reader's code can replace them.
const post = self.postMessage.bind(self);
const now = performance.now.bind(performance);
const { stringify: toJson, parse: fromJson } = JSON;

let python: Awaited<ReturnType<typeof startPython>> | undefined;

self.addEventListener("message", ({ data, isTrusted }: MessageEvent<Prepare | Start | { type: "ping" }>) => {
  if (!isTrusted) {
    return;
  }
  if (data.type === "ping") {
    post({ type: "pong" });
  } else if (data.type === "prepare") {
    void prepare(data);
  } else if (data.type === "start") {
    runProgram(data);
  }
});

async function prepare(order: Prepare): Promise<void> {
  try {
    python = await startPython(order);
    const { snapshot } = python;
    post({ type: "prepared", snapshot } satisfies Prepared, snapshot === undefined ? [] : [snapshot.buffer]);
  } catch (error) {
    post({ type: "unprepared", message: String(error) });
  }
}

/** Pyodide fetches its files by itself: here it is given those that are at hand, and then there is nothing to fetch. */
async function startPython({ module, glue, library, snapshot: taken }: Prepare) {
  limitMemory();
  limitWorkers();
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (address) =>
    new Response(String(address).endsWith(".zip") ? library : new Uint8Array(), {
      headers: { "content-type": "application/wasm" },
    });
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  const address = URL.createObjectURL(new Blob([glue], { type: "text/javascript" }));
  try {
    const started = await loadPyodide({
      indexURL: "about:python/",
      packageBaseUrl: "about:python/",
      // No package but the standard library.
      lockFileContents: {
        info: {
          abi_version: "2026_0",
          arch: "wasm32",
          platform: "emscripten_5_0_3",
          python: "3.14.2",
          version: "314.0.7",
        },
        packages: {},
      },
      createPyodideModule: (await import(address)).default,
      enableRunUntilComplete: false,
      ...(taken === undefined ? { _makeSnapshot: true } : { _loadSnapshot: taken }),
    });
    let snapshot: Uint8Array<ArrayBuffer> | undefined;
    addModule(started, "memory_network", networkSource);
    if (taken === undefined) {
      started.runPython(importsSource);
      snapshot = started.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    }
    const run: RunProgram = started.runPython(interpreterSource);
    return { started, run, snapshot };
  } finally {
    URL.revokeObjectURL(address);
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/** Gives Python a module of ours. */
function addModule({ FS }: PyodideAPI, name: string, source: string): void {
  FS.mkdirTree(modulesPath);
  FS.writeFile(`${modulesPath}/${name}.py`, source);
}

function runProgram({ run, entry, source, moreLibrary, recording }: Start): void {
  if (python === undefined) {
    return;
  }
  const { started, run: runInPython } = python;
  const start = now();
  const outbox = new ConsoleOutbox((entries, dropped) => report({ type: "console", run, entries, dropped }));
  const printed: string[] = [];
  const linesOf = (method: "log" | "error") =>
    new OutputLines(limits.text, (text) => {
      outbox.add({ method, parts: [{ kind: "text", text }], depth: 0, time: now() - start });
      if (recording !== undefined) {
        printed.push(cut(text, traceLimits.text));
      }
    });
  const [output, errors] = [linesOf("log"), linesOf("error")];
  const endOutput = (): void => {
    output.end();
    errors.end();
  };
  const end = (last: Report): void => {
    endOutput();
    outbox.flush();
    report(last);
  };
  const answer = (): void => post({ type: "pong" });
  const sleeper = new Sleeper(answer);
  const room = new TraceRoom();
  let refused = 0;
  const host: RecordingHost = {
    answer: () => sleeper.answer(),
    flush: () => outbox.flush(),
    wait: (seconds) => {
      outbox.flush();
      sleeper.sleep(seconds * 1_000);
    },
    neverEnds: () => {
      end({ type: "failed", run, error: neverEnds });
      // The frame ends this worker, and until then nothing of the program goes on.
      sleeper.sleep(Number.POSITIVE_INFINITY);
    },
    takePrinted: () => toJson(printed.splice(0)),
    endOutput,
    sendTrace: (json, count, dropped) => {
      const isKept = room.take(count, json.length);
      refused += isKept ? 0 : count;
      report({ type: "trace", run, events: isKept ? fromJson(json) : [], dropped: dropped + refused });
    },
  };
  started.setStdin({ error: true });
  started.setStdout({ write: (bytes) => output.write(bytes) });
  started.setStderr({ write: (bytes) => errors.write(bytes) });
  if (moreLibrary !== undefined) {
    started.FS.writeFile(moreLibraryPath, moreLibrary);
  }
  try {
    const failure = runInPython(source, entry, host, recording && toJson(recording));
    end(failure === "" ? { type: "done", run } : { type: "failed", run, error: JSON.parse(failure) });
  } catch (error) {
    // Not of Python's: the interpreter itself has broken down.
    const { name, message } = error as Error;
    end({
      type: "failed",
      run,
      error: { name: cut(name, 200), message: cut(message, limits.text), frames: [] },
    });
  }
}

function report(message: Report): void {
  post(message);
}
