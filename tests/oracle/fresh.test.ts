import { expect, test } from "vitest";
import { compareTraces, record } from "./compare.ts";
import { firstSeed } from "./first-seed.ts";
import { generate } from "./generate.ts";
import { interpret } from "./interpreter.ts";
import { findPython, PythonProcess, pythonIsMissing } from "./python-process.ts";
import { report } from "./report.ts";

const count = 150;
const first = firstSeed(process.env, new Date());

test("the library does what CPython does with fresh programs", async ({ skip }) => {
  const command = findPython();
  if (command === undefined) {
    return skip(pythonIsMissing);
  }
  console.log(`Fresh programs, once more: npm run oracle -- --seed ${first} --count ${count}`);
  const python = new PythonProcess(command);
  try {
    for (let seed = first; seed < first + count; seed++) {
      const program = generate(seed);
      const recording = await record(program, python);
      const difference = recording && compareTraces(recording.trace, await interpret(program));
      expect(difference, difference && report(program, difference)).toBeUndefined();
    }
  } finally {
    python.stop();
  }
});

test("the programs of continuous integration are others every day, and a day's are the same", () => {
  const morning = firstSeed({ CI: "true" }, new Date("2026-02-28T06:00:00Z"));
  expect(firstSeed({ CI: "true" }, new Date("2026-02-28T23:59:00Z"))).toBe(morning);
  const tomorrow = firstSeed({ CI: "true" }, new Date("2026-03-01T00:00:00Z"));
  expect(Math.abs(tomorrow - morning)).toBeGreaterThanOrEqual(count);
  expect(firstSeed({}, new Date("2026-02-28"))).toBe(firstSeed({}, new Date("2026-03-01")));
});
