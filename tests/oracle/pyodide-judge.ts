import { readFileSync } from "node:fs";
import { loadPyodide, type PyodideAPI } from "pyodide";
import type { TraceEntry } from "./program.ts";

const files = [
  "pure_python.py",
  "virtual_loop.py",
  "later_releases.py",
  "ordered_sets.py",
  "program_runtime.py",
];

/** Runs one printed program and answers with its trace as JSON, or with null if it never ends. */
const interpreter = `
import gc, json, sys, warnings

sys.path.insert(0, "/oracle")
for name in list(sys.modules):
    if name.split(".")[0] in ("asyncio", "_asyncio"):
        del sys.modules[name]
import pure_python, program_runtime

warnings.simplefilter("ignore")
sys.unraisablehook = lambda _: None
gc.disable()

def run(source):
    namespace = {"__name__": "program"}
    exec(compile(source, "program.py", "exec"), namespace)
    try:
        trace = program_runtime.trace_of(namespace["main"])
    except program_runtime.GivenUp:
        trace = None
    gc.collect()
    return json.dumps(trace)

run`;

/** CPython 3.14, in WebAssembly: a judge that needs no Python on the machine, and knows what 3.13.0 did not. */
export class PyodideJudge {
  readonly version: string;
  readonly #run: (source: string) => string;

  private constructor(python: PyodideAPI) {
    this.version = python.runPython("import sys; sys.version.split()[0]");
    python.FS.mkdir("/oracle");
    for (const file of files) {
      python.FS.writeFile(`/oracle/${file}`, readFileSync(new URL(file, import.meta.url)));
    }
    this.#run = python.runPython(interpreter);
  }

  static async load(): Promise<PyodideJudge> {
    return new PyodideJudge(await loadPyodide());
  }

  /** The trace of a printed program; undefined when it never ends. */
  run(source: string): TraceEntry[] | undefined {
    return JSON.parse(this.#run(source)) ?? undefined;
  }
}
