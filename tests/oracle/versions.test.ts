import { expect, test } from "vitest";
import { compareTraces } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { printPython } from "./print-python.ts";
import type { Program } from "./program.ts";
import { PyodideJudge } from "./pyodide-judge.ts";

/**
 * Where CPython 3.14 does something else than 3.13 as it is judged here (with what `later_releases.py` mends): what it
 * is, and the recorded programs that show it. Today there is none.
 */
const differences: Readonly<Record<string, readonly number[]>> = {};
const known = new Set(Object.values(differences).flat());

/** All of them take minutes: `node -C asyncio-ts-source tests/oracle/compare-versions.ts` asks for each. */
const sampleEvery = 10;

test("CPython 3.14 does what 3.13 did, but for differences that have a name", {
  timeout: 600_000,
}, async () => {
  const judge = await PyodideJudge.load();
  expect(judge.version).toMatch(/^3\.14\./);
  const found = { alike: [] as number[], different: [] as number[] };
  let index = 0;
  for (const { program, trace } of readCorpus().programs()) {
    if (index++ % sampleEvery !== 0 && !known.has(program.seed)) {
      continue;
    }
    const differs = compareTraces(trace, judge.run(printPython(program as Program)) ?? []) !== undefined;
    (differs ? found.different : found.alike).push(program.seed);
  }
  expect(found.different).toEqual([...known].sort((a, b) => a - b));
  expect(found.alike.length).toBeGreaterThan(300);
});
