import { expect, test } from "vitest";
import { compareTraces } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { interpret } from "./interpreter.ts";
import { report } from "./report.ts";
import { Statistics } from "./statistics.ts";

const { outcomes, size, programs } = readCorpus();

test("the library does what CPython did with every recorded program", async () => {
  const failed: number[] = [];
  let firstReport = "";
  for (const { program, trace } of programs()) {
    const difference = compareTraces(trace, await interpret(program));
    if (!difference) {
      continue;
    }
    failed.push(program.seed);
    firstReport ||= report(program, difference);
  }
  expect(failed, `${failed.length} of ${size} traces differ.\n${firstReport}`).toEqual([]);
});

test("at least 3,000 programs are recorded", () => {
  expect(size).toBeGreaterThanOrEqual(3000);
});

test("every operation and every outcome occurs in at least 2% of the recorded programs", () => {
  const statistics = new Statistics(outcomes);
  for (const { program, ...recording } of programs()) {
    statistics.add(program, recording);
  }
  expect(statistics.rarerThan(0.02)).toEqual([]);
});
