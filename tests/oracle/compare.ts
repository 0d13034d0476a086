import { printPython } from "./print-python.ts";
import type { Program, TraceEntry } from "./program.ts";
import type { PythonProcess, Recording } from "./python-process.ts";

/** Where two traces part. */
export interface Difference {
  index: number;
  expected: TraceEntry | undefined;
  found: TraceEntry | undefined;
}

/** The first entry that is not the same; undefined when all are. */
export function compareTraces(expected: TraceEntry[], found: TraceEntry[]): Difference | undefined {
  const index = expected.findIndex((entry, at) => JSON.stringify(entry) !== JSON.stringify(found[at]));
  if (index >= 0) {
    return { index, expected: expected[index], found: found[index] };
  }
  if (found.length === expected.length) {
    return undefined;
  }
  return { index: expected.length, expected: undefined, found: found[expected.length] };
}

/** A program is too long to be worth its time, or does what both sides leave undefined. */
const longestTrace = 250;

/** What CPython does with a program; undefined when the program is of no use. */
export async function record(program: Program, python: PythonProcess): Promise<Recording | undefined> {
  const recording = await python.run(printPython(program));
  if (!recording || recording.trace.length > longestTrace) {
    return undefined;
  }
  return isRecursive(recording.trace) ? undefined : recording;
}

/** Tasks that await each other in a ring cancel each other until the stack is full: how deep differs. */
function isRecursive(trace: TraceEntry[]): boolean {
  return JSON.stringify(trace).includes('"RecursionError"');
}
