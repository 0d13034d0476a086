import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { LoopGate } from "../../src/sandbox/python/loop-gate.ts";
import { tellTimeOf } from "../../src/sandbox/tell-time-of.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const ofSandbox = (name: string) => read(`src/sandbox/python/${name}.py`);

/** CPython with a program of the pane, recorded and held by a gate, as the worker has it: its timers never ring by themselves. */
export class RecordedPython {
  readonly events: TraceEvent[] = [];
  readonly gate: LoopGate;
  /** How often it was said that the program cannot be held. */
  undriven = 0;
  /** Called when the loop is held or waits: the reader has all the time there is. */
  onSuspended = () => {};
  #output = "";
  readonly #run: RunPython;
  readonly #clocks = { dateNow: Date.now, now: performance.now };

  private constructor(run: RunPython) {
    this.#run = run;
    const now = this.#clocks.now.bind(performance);
    this.gate = new LoopGate({
      now,
      later: (callback, delay) => {
        const timer = delay > 0 ? undefined : setImmediate(callback);
        return () => clearImmediate(timer);
      },
      onPaused: () => {},
    });
    tellTimeOf(this.gate.clock);
  }

  static async load(): Promise<RecordedPython> {
    const python = await loadPyodide();
    python.FS.mkdirTree("/lib/python3.14/site-packages");
    for (const name of ["hidden_frames", "memory_network"]) {
      python.FS.writeFile(`/lib/python3.14/site-packages/${name}.py`, ofSandbox(name));
    }
    python.runPython(ofSandbox("everyday_imports"));
    const recorded = new RecordedPython(python.runPython(ofSandbox("run_program")));
    const decoder = new TextDecoder();
    const write = (bytes: Uint8Array): number => {
      recorded.#output += decoder.decode(bytes, { stream: true });
      recorded.gate.noteOutput();
      return bytes.length;
    };
    python.setStdout({ write });
    python.setStderr({ write });
    return recorded;
  }

  get printed(): readonly string[] {
    return this.#output.split("\n").slice(0, -1);
  }

  /** How the program failed, as JSON; an empty text if it did not. */
  async run(source: string): Promise<string> {
    return this.#run.callPromising(...this.#orderFor(source));
  }

  /** The same, called by JavaScript that waits for it: it cannot be suspended. */
  runUnsuspended(source: string): string {
    return this.#run(...this.#orderFor(source));
  }

  /** The same, where nobody looks at what its loop does. */
  runUnrecorded(source: string): string {
    return this.#run(source, "main.py", this.#host);
  }

  /** Gives the clocks of the machine back. */
  dispose(): void {
    Date.now = this.#clocks.dateNow;
    performance.now = this.#clocks.now;
  }

  #orderFor(source: string) {
    const scripts = {
      asyncio_trace: read("public/asyncio_trace.py"),
      gate: ofSandbox("gate"),
      record_run: ofSandbox("record_run"),
    };
    return [source, "main.py", this.#host, JSON.stringify(scripts), true] as const;
  }

  readonly #host = {
    answer: () => {},
    flush: () => {},
    wait: () => {},
    neverEnds: () => {},
    takePrinted: () => "[]",
    endOutput: () => {},
    sendTrace: (json: string) => void this.events.push(...JSON.parse(json)),
    noteLoop: () => this.gate.noteLoop(),
    turn: () => this.#toldOf(this.gate.turn()),
    ended: () => this.gate.ended(),
    sleep: (seconds: number) => this.#toldOf(this.gate.sleep(seconds)),
    leaveOpen: () => {
      this.undriven++;
      this.gate.leaveOpen();
    },
  };

  #toldOf<T>(suspension: T): T {
    if (suspension !== undefined) {
      setImmediate(() => this.onSuspended());
    }
    return suspension;
  }
}

type Order = readonly [source: string, name: string, host: object, scripts?: string, isDriven?: boolean];

interface RunPython {
  (...order: Order): string;
  callPromising(...order: Order): Promise<string>;
}
