import { join } from "node:path";
import { digestOf } from "../../src/build/digest-of.ts";
import { findKept, keep } from "../../src/build/kept.ts";
import { libraryDigest } from "../../src/build/library-digest.ts";
import { programDigest } from "../../src/build/program-digest.ts";
import { type Example, examplesFolder } from "../../src/examples/read-example.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { recordProgram } from "../recording/record-program.ts";

/** What the loops of a program of an example do on virtual time, as recorded now, or before if nothing has changed since. */
export async function recordVersion({ path, files }: Example, file: string): Promise<readonly TraceEvent[]> {
  const digest = digestOf(
    await programDigest("tests/recording/record-program.ts"),
    await programDigest("tests/recording/recording-process.ts"),
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
