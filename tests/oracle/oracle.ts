import { readOptions, startPython } from "./command-line.ts";
import { compareTraces, type Difference, record } from "./compare.ts";
import { generate } from "./generate.ts";
import { interpret } from "./interpreter.ts";
import type { Program } from "./program.ts";
import { report } from "./report.ts";
import { shrink } from "./shrink.ts";
import { Statistics } from "./statistics.ts";

/**
 * Runs fresh random programs on CPython and on the library, and compares what they do. A program on which
 * they differ is shrunk and printed.
 *
 *     node -C asyncio-ts-source tests/oracle/oracle.ts --seed 1 --count 1000 [--coroutines 5] [--statements 7] [--depth 3]
 */
const { seed: firstSeed, count, size } = readOptions({ seed: Date.now() % 1e9, count: 1000 });
const python = startPython();
const statistics = new Statistics(await python.outcomes());
const mostReports = 3;
const failed: number[] = [];

async function differenceIn(program: Program): Promise<Difference | undefined> {
  const recording = await record(program, python);
  return recording && compareTraces(recording.trace, await interpret(program));
}

async function check(program: Program): Promise<void> {
  const recording = await record(program, python);
  if (!recording) {
    return;
  }
  statistics.add(program, recording);
  if (!compareTraces(recording.trace, await interpret(program))) {
    return;
  }
  failed.push(program.seed);
  if (failed.length > mostReports) {
    return;
  }
  const smallest = await shrink(program, async (smaller) => (await differenceIn(smaller)) !== undefined);
  const difference = await differenceIn(smallest);
  if (difference) {
    console.log(report(smallest, difference));
  }
}

console.log(`Comparing ${count} programs, from seed ${firstSeed} on.`);
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  await check(generate(seed, size));
}
python.stop();

console.log(String(statistics));
console.log(
  failed.length === 0
    ? `All traces of ${statistics.programs} programs are equal.`
    : `The traces of ${failed.length} of ${statistics.programs} programs differ: seeds ${failed.slice(0, 50).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
