import { join } from "node:path";
import { type Example, examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";
import { canRun, type Python } from "./find-python.ts";
import { runProgram, type Time } from "./run-program.ts";
import { waitsForTimersAlone } from "./waits-for-timers-alone.ts";

/** One version of an example, and what can run it. */
export interface Program {
  readonly example: Example;
  /** The file in the example's folder: `plain.ts`. */
  readonly file: string;
  readonly command: string;
  /** What `command` says of itself. */
  readonly commandVersion: string;
  /** `beginning` is where the reader of an exercise begins: it must print something else than the example's output. */
  readonly role: "version" | "beginning";
}

/** All that can be run here of all examples. Without a CPython the Python originals are left out. */
export function listPrograms(python: Python | undefined): Program[] {
  return listExamples().flatMap((path) => programsOf(readExample(path), python));
}

export function programsOf(example: Example, python: Python | undefined): Program[] {
  const { beginning, judge, versions } = example;
  const node = { example, command: process.execPath, commandVersion: process.version };
  return [
    ...(judge === "cpython" && canRun(python, example.python) ? [inPython(example, python)] : []),
    ...versions.map((file) => ({ ...node, file, role: "version" as const })),
    ...(beginning === undefined ? [] : [{ ...node, file: beginning, role: "beginning" as const }]),
  ];
}

function inPython(example: Example, { command, fullVersion }: Python): Program {
  return { example, file: "main.py", command, commandVersion: fullVersion, role: "version" };
}

function codeOf({ example, file }: Program): string {
  return example.files.find(({ name }) => name === file)?.code ?? "";
}

/** One of each kind is run by the clock of the machine, like the others in a browser: a lesson and an exercise. */
const byTheHostsClock = ["coroutines/say-after-tasks", "coroutines/exercise-1-all-at-once"];

/** The time that the tests run it on. What is said of the host's own timers must be true of them. */
export function timeOf(program: Program): Time {
  const { path, judge } = program.example;
  const isVirtual =
    judge === "cpython" && waitsForTimersAlone(codeOf(program)) && !byTheHostsClock.includes(path);
  return isVirtual ? "virtual" : "host";
}

/** What it prints, in the folder of its example or in one with the same files. */
export function run(
  { command, file, example }: Program,
  time: Time,
  folder = join(examplesFolder(), example.path),
): Promise<string> {
  return runProgram(command, file, folder, time);
}
