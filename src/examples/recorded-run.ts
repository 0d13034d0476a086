import { join } from "node:path";
import { digestOf } from "../build/digest-of.ts";
import { findKept, keep } from "../build/kept.ts";
import { libraryDigest } from "../build/library-digest.ts";
import { oncePerProcess } from "../build/once-per-process.ts";
import { programDigest } from "../build/program-digest.ts";
import { recordProgram } from "../recording/record-program.ts";
import type { TraceEvent } from "../trace/trace.ts";
import { needsRealRun } from "./needs-real-run.ts";
import { type Example, ExampleError, examplesFolder } from "./read-example.ts";
import { readTrace } from "./read-trace.ts";

const runs = oncePerProcess("recorded-runs", () => new WeakMap<Example, Promise<readonly TraceEvent[]>>());

/** The run that pages show before the reader runs the example. Pages of both languages and a listing show the same one. */
export function recordedRun(example: Example): Promise<readonly TraceEvent[]> {
  const run = runs.get(example) ?? findRun(example);
  runs.set(example, run);
  return run;
}

/** The same of any program of an example that runs on virtual time, which is the same at every run. */
export async function recordedVersion(
  { path, files }: Example,
  file: string,
): Promise<readonly TraceEvent[]> {
  const digest = digestOf(
    await programDigest("src/recording/record-program.ts"),
    await programDigest("src/recording/recording-process.ts"),
    libraryDigest(),
    file,
    ...files.flatMap(({ name, code }) => [name, code]),
  );
  const kept = findKept("runs", digest);
  if (kept !== undefined) {
    return JSON.parse(kept.toString());
  }
  const run = await recordProgram(join(examplesFolder(), path, file));
  keep("runs", digest, JSON.stringify(run));
  return run;
}

/** A run that takes the time of its threads, programs and sockets is another each time: it is kept in a file beside it. */
async function findRun(example: Example): Promise<readonly TraceEvent[]> {
  const { path, active } = example;
  if (active !== "main.ts") {
    throw new ExampleError(
      `examples/${path}/example.json`,
      `an example with \`view\` must open with main.ts; found "${active}" as active file. Leave \`view\` out.`,
    );
  }
  return needsRealRun(example) ? readTrace(path) : await recordedVersion(example, "main.ts");
}
