import { readOptions, startPython } from "./command-line.ts";
import { record } from "./compare.ts";
import { type RecordedProgram, writeCorpus } from "./corpus.ts";
import { generate } from "./generate.ts";
import { Statistics } from "./statistics.ts";

/**
 * Records what CPython does with random programs: the corpus that the tests replay.
 *
 *     node -C asyncio-ts-source tests/oracle/record.ts --seed 1 --count 4000
 */
const { seed: firstSeed, count, size } = readOptions({ seed: 1, count: 4000 });
const python = startPython();
const outcomes = await python.outcomes();
const statistics = new Statistics(outcomes);
const programs: RecordedProgram[] = [];

for (let seed = firstSeed; programs.length < count; seed++) {
  const program = generate(seed, size);
  const recording = await record(program, python);
  if (!recording) {
    continue;
  }
  programs.push({ program, ...recording });
  statistics.add(program, recording);
}
python.stop();

const bytes = writeCorpus(outcomes, programs);
console.log(String(statistics));
console.log(`Recorded ${programs.length} programs in ${(bytes / 1e6).toFixed(2)} MB.`);
