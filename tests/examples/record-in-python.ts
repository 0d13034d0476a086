import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Example, examplesFolder } from "../../src/examples/read-example.ts";
import { waitsForTimersAlone } from "./waits-for-timers-alone.ts";

const execute = promisify(execFile);
export const recorder = join(import.meta.dirname, "../../public/asyncio_trace.py");
/** Milliseconds. A limit for programs that never end, on a machine that is busy. */
const patience = 120_000;

/**
 * Has CPython run the `main.py` of an example on virtual time, and gives the trace of what its event loop did, one event a
 * line. It is the same at every run. Throws, with its error output, when the program fails.
 *
 * @param python A CPython 3.13: others schedule some things in another order.
 */
export async function recordInPython(python: string, { path }: Example): Promise<string> {
  const temporary = mkdtempSync(join(tmpdir(), "python-trace-"));
  const file = join(temporary, "trace.json");
  try {
    const words = ["-B", recorder, "--virtual", "-o", file, "main.py"];
    const env = { ...process.env, PYTHONUTF8: "1" };
    await execute(python, words, { cwd: join(examplesFolder(), path), env, timeout: patience });
    return readFileSync(file, "utf8");
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** The port of an example that prints what `main.py` prints, on the library. */
export function portOf({ kind }: Example): string {
  return kind === "exercise" ? "solution.ts" : "main.ts";
}

/** Whether both languages can be recorded on virtual time. */
export function canBeRecorded(example: Example): boolean {
  const codeOf = (file: string) => example.files.find(({ name }) => name === file)?.code ?? "";
  return (
    example.runtime === "browser" &&
    !(example.path in unrecorded) &&
    codeOf("main.py").includes("import asyncio") &&
    [portOf(example), "main.py"].every((file) => waitsForTimersAlone(codeOf(file)))
  );
}

/** What could be recorded and is not, and why. */
export const unrecorded: Readonly<Record<string, string>> = {
  "event-loop/giving-way": "gives up its turn until a moment has come: how often is up to the machine",
  "synchronisation/without-waiting": "starts no event loop",
  "use-it-sparingly/price-of-a-step": "a hundred thousand steps are no picture",
  "why-async/a-thousand-waits": "a thousand tasks are no picture",
};
