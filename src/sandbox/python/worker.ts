/// <reference lib="webworker" />
import { loadPyodide, type PyodideAPI } from "pyodide";
import { cut } from "../../trace/cut.ts";
import { traceLimits } from "../../trace/trace.ts";
import { ConsoleOutbox } from "../console-outbox.ts";
import { limitWorkers } from "../limit-workers.ts";
import {
  limits,
  type ProgramError,
  type PythonRun,
  type Recording,
  type Report,
  type StepperCommand,
} from "../protocol.ts";
import { tellTimeOf } from "../tell-time-of.ts";
import { TraceRoom } from "../trace-room.ts";
import { Breakdown } from "./breakdown.ts";
import importsSource from "./everyday_imports.py";
import { exitStatusOf } from "./exit-status.ts";
import hidingSource from "./hidden_frames.py";
import { limitMemory } from "./limit-memory.ts";
import { LoopGate, type Suspension } from "./loop-gate.ts";
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

/** The second. What comes after it are pings, and what the reader wants of the run, which may come before it as well. */
export interface Start extends Omit<PythonRun, "type"> {
  readonly type: "start";
}

type Later = { readonly type: "ping" } | { readonly type: "stepper"; readonly command: StepperCommand };

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
  /** What `gate.py` asks. */
  noteLoop(): void;
  turn(): Suspension | undefined;
  ended(): void;
  sleep(seconds: number): Suspension | undefined;
  leaveOpen(): void;
}

/**
 * How `run_program.py` says that a program failed, as JSON; an empty text if it did not. `scripts` are those that record it,
 * as JSON.
 */
type RunProgram = (source: string, name: string, host: Host, scripts?: string, isDriven?: boolean) => string;

interface RunPython extends RunProgram {
  /** Does the same, and lets the program be suspended. */
  callPromising(...values: Parameters<RunProgram>): Promise<string>;
}

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
const setTimer = self.setTimeout.bind(self);
const clearTimer = self.clearTimeout.bind(self);

let python: Awaited<ReturnType<typeof startPython>> | undefined;
/** Of a program that the reader may pause. */
let gate: LoopGate | undefined;
/** What the reader has asked for before there was one. */
const earlyCommands: StepperCommand[] = [];

self.addEventListener("message", ({ data, isTrusted }: MessageEvent<Prepare | Start | Later>) => {
  if (!isTrusted) {
    return;
  }
  if (data.type === "ping") {
    post({ type: "pong" });
  } else if (data.type === "prepare") {
    void prepare(data);
  } else if (data.type === "stepper") {
    gate === undefined ? earlyCommands.push(data.command) : gate.handleCommand(data.command);
  } else if (data.type === "start") {
    void runProgram(data);
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
    addModule(started, "hidden_frames", hidingSource);
    addModule(started, "memory_network", networkSource);
    if (taken === undefined) {
      started.runPython(importsSource);
      snapshot = started.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    }
    const run: RunPython = started.runPython(interpreterSource);
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

async function runProgram({ run, entry, source, moreLibrary, recording }: Start): Promise<void> {
  if (python === undefined) {
    return;
  }
  const { started, run: runInPython } = python;
  const start = now();
  const outbox = new ConsoleOutbox((entries, dropped) => report({ type: "console", run, entries, dropped }));
  const printed: string[] = [];
  const tellerOf =
    (method: "log" | "error") =>
    (text: string): void => {
      outbox.add({ method, parts: [{ kind: "text", text }], depth: 0, time: now() - start });
      if (recording !== undefined) {
        printed.push(cut(text, traceLimits.text));
      }
      gate?.noteOutput();
    };
  const breakdown = new Breakdown(tellerOf("log"));
  const output = new OutputLines(limits.text, (line) => breakdown.hear(line));
  const errors = new OutputLines(limits.text, tellerOf("error"));
  const endOutput = (): void => {
    output.end();
    errors.end();
    breakdown.release();
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
  gate = recording?.isDriven ? openGate(run, recording) : undefined;
  /** While it waits nothing is held back of what it has printed. */
  const flush = (): void => {
    breakdown.release();
    outbox.flush();
  };
  const host: RecordingHost = {
    answer: () => sleeper.answer(),
    flush,
    wait: (seconds) => {
      flush();
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
    noteLoop: () => gate?.noteLoop(),
    turn: () => {
      const turn = gate?.turn();
      if (turn !== undefined) {
        flush();
      }
      return turn;
    },
    ended: () => gate?.ended(),
    sleep: (seconds) => {
      flush();
      return gate?.sleep(seconds);
    },
    leaveOpen: () => {
      gate?.leaveOpen();
      report({ type: "undriven", run });
    },
  };
  // Nobody types: input() comes to the end of it.
  started.setStdin({ stdin: () => null });
  started.setStdout({ write: (bytes) => output.write(bytes) });
  started.setStderr({ write: (bytes) => errors.write(bytes) });
  if (moreLibrary !== undefined) {
    started.FS.writeFile(moreLibraryPath, moreLibrary);
  }
  try {
    const order = [source, entry, host, recording && toJson(recording.scripts)] as const;
    // No promise where nobody waits: a program that is not paused takes no turn of the worker.
    const failure =
      gate === undefined ? runInPython(...order) : await runInPython.callPromising(...order, true);
    end(failure === "" ? { type: "done", run } : { type: "failed", run, error: JSON.parse(failure) });
  } catch (error) {
    const status = exitStatusOf(error as Error);
    if (status === 0) {
      end({ type: "done", run });
    } else if (status !== undefined) {
      end({ type: "failed", run, error: { name: "SystemExit", message: String(status), frames: [] } });
    } else {
      // Not of Python's: the interpreter itself has broken down.
      end({ type: "failed", run, error: breakdown.describe(error as Error, entry) });
    }
  }
}

/** Holds a program that is recorded, from before its first callback if the reader wants that. */
function openGate(run: number, { paused, speed }: Recording): LoopGate {
  const opened = new LoopGate({
    now,
    later: (callback, delay) => {
      const timer = setTimer(callback, delay);
      return () => clearTimer(timer);
    },
    onPaused: (isPaused) => report({ type: "paused", run, paused: isPaused }),
  });
  tellTimeOf(opened.clock);
  const asked: StepperCommand[] = [{ type: "speed", speed }, ...(paused ? [{ type: "pause" } as const] : [])];
  for (const command of [...asked, ...earlyCommands]) {
    opened.handleCommand(command);
  }
  return opened;
}

function report(message: Report): void {
  post(message);
}
