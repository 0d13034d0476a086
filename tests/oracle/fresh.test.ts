import { expect, test } from "vitest";
import { compareTraces, record } from "./compare.ts";
import { generate } from "./generate.ts";
import { interpret } from "./interpreter.ts";
import { findPython, PythonProcess, pythonIsMissing } from "./python-process.ts";
import { report } from "./report.ts";

const firstSeed = 1_000_000;
const count = 150;

test("the library does what CPython does with fresh programs", { timeout: 60_000 }, async ({ skip }) => {
  const command = findPython();
  if (command === undefined) return skip(pythonIsMissing);
  const python = new PythonProcess(command);
  try {
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const program = generate(seed);
      const recording = await record(program, python);
      const difference = recording && compareTraces(recording.trace, await interpret(program));
      expect(difference, difference && report(program, difference)).toBeUndefined();
    }
  } finally {
    python.stop();
  }
});
