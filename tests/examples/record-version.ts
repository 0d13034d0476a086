import { join } from "node:path";
import { digestOf } from "../../src/build/digest-of.ts";
import { findKept, keep } from "../../src/build/kept.ts";
import { libraryDigest } from "../../src/build/library-digest.ts";
import { programDigest } from "../../src/build/program-digest.ts";
import { type Example, examplesFolder } from "../../src/examples/read-example.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { recordProgram, recordPromises } from "../recording/record-program.ts";

/** The version that is written with promises alone. */
const plain = "plain.ts";

/** What the loops of a program of an example do, or its promises, on virtual time, as recorded now, or before if nothing has changed since. */
export async function recordVersion({ path, files }: Example, file: string): Promise<readonly TraceEvent[]> {
  const digest = digestOf(
    await programDigest("tests/recording/record-program.ts"),
    ...(await processDigests(file)),
    file,
    ...files.flatMap(({ name, code }) => [name, code]),
  );
  const kept = findKept("runs", digest);
  if (kept !== undefined) {
    return JSON.parse(kept.toString());
  }
  const record = file === plain ? recordPromises : recordProgram;
  const run = await record(join(examplesFolder(), path, file));
  keep("runs", digest, JSON.stringify(run));
  return run;
}

/** What records a program of each kind; one of plain promises has nothing of the library. */
async function processDigests(file: string): Promise<string[]> {
  return file === plain
    ? [await programDigest("tests/recording/promise-recording-process.ts")]
    : [await programDigest("tests/recording/recording-process.ts"), libraryDigest()];
}
