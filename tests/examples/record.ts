/**
 * `npm run record`: runs every main.py with CPython and writes what it prints into output.txt; of an example that the host
 * judges, the first version, with Node. What the library's loop does with a main.ts goes into trace.json, if pages show it; of promises alone, what these do.
 * An example with a puzzle.json is run under each misconception as well, and what it prints in another order goes in there.
 * Where there is a CPython 3.13, what its event loop does with main.py goes into trace.python.json.
 * `npm run record -- coroutines/say-after` records one example, or several.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Example,
  examplesFolder,
  listExamples,
  programTrace,
  puzzleFile,
  pythonTrace,
  readExample,
} from "../../src/examples/read-example.ts";
import { isPuzzle } from "../../src/examples/read-puzzle.ts";
import { isTraced } from "../../src/examples/traced-examples.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { recordProgram, recordPromises, recordRealRun } from "../recording/record-program.ts";
import { runUnderMisconceptions } from "./changed-rules.ts";
import { canRun, findPython, findPython313 } from "./find-python.ts";
import { needsRealRun } from "./needs-real-run.ts";
import { canBeRecorded, recordInPython } from "./record-in-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
if (python === undefined) {
  throw new Error("Recording needs CPython 3.11 or newer as python3. Install it, or name it in PYTHON.");
}
const python313 = findPython313();
const known = listExamples();
const asked = process.argv.slice(2);
const unknown = asked.find((path) => !known.includes(path));
if (unknown !== undefined) {
  throw new Error(
    `Expected the paths of examples, as in coroutines/say-after; there is no examples/${unknown}.`,
  );
}
for (const path of asked.length > 0 ? asked : known) {
  const folder = join(examplesFolder(), path);
  const metadata = JSON.parse(readFileSync(join(folder, "example.json"), "utf8"));
  if (metadata.judge === "host") {
    writeFileSync(
      join(folder, "output.txt"),
      await runProgram(process.execPath, judged(metadata, folder), folder),
    );
    console.log(`recorded examples/${path}/output.txt in Node`);
  } else if (canRun(python, metadata.python ?? "3.11")) {
    writeFileSync(join(folder, "output.txt"), await runProgram(python.command, "main.py", folder));
    console.log(`recorded examples/${path}/output.txt`);
  } else {
    console.log(`kept examples/${path}/output.txt, which needs CPython ${metadata.python}`);
  }
  const example = readExample(path);
  if (isPuzzle(example)) {
    const wrong = await runUnderMisconceptions(example);
    writeFileSync(join(folder, puzzleFile), `${JSON.stringify(wrong, undefined, 2)}\n`);
    console.log(`recorded examples/${path}/${puzzleFile}`);
  }
  if (python313 !== undefined && canBeRecorded(example)) {
    writeFileSync(join(folder, pythonTrace), await recordInPython(python313.command, example));
    console.log(`recorded examples/${path}/${pythonTrace}`);
  }
  if (isTraced(path)) {
    writeFileSync(join(folder, programTrace), oneALine(await runOf(example, folder)));
    console.log(`recorded examples/${path}/${programTrace}`);
  }
}
if (python313 === undefined) {
  console.log(`kept every ${pythonTrace}: neither PYTHON nor python3.13 nor python3 is CPython 3.13`);
}

/** Not read as the pages do, which refuse an example that has no output yet. */
function judged({ kind }: { kind?: string }, folder: string): string {
  const files = kind === "exercise" ? ["solution.ts"] : ["main.ts", "plain.ts"];
  return files.find((file) => existsSync(join(folder, file))) ?? "plain.ts";
}

/** Of an example that opens with promises alone, the run of these. */
function runOf(example: Example, folder: string): Promise<TraceEvent[]> {
  if (example.active === "plain.ts") {
    return recordPromises(join(folder, "plain.ts"));
  }
  const record = needsRealRun(example) ? recordRealRun : recordProgram;
  return record(join(folder, "main.ts"));
}

/** So that a change of the run can be read. */
function oneALine(events: readonly TraceEvent[]): string {
  return `[\n${events.map((event) => JSON.stringify(event)).join(",\n")}\n]\n`;
}
