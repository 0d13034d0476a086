import { compareTraces } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { interpret } from "./interpreter.ts";
import { printPython } from "./print-python.ts";
import { PyodideJudge } from "./pyodide-judge.ts";

/**
 * Asks CPython 3.14 for every recorded program, and names those on which it differs from 3.13, and from the library.
 *
 *     node -C asyncio-ts-source tests/oracle/compare-versions.ts
 */
const judge = await PyodideJudge.load();
const { size, programs } = readCorpus();
console.log(`Comparing ${size} programs with CPython ${judge.version}.`);
let differing = 0;
for (const { program, trace } of programs()) {
  const found = judge.run(printPython(program)) ?? [];
  const difference = compareTraces(trace, found);
  const fromLibrary = compareTraces(await interpret(program), found);
  if (difference === undefined && fromLibrary === undefined) {
    continue;
  }
  differing++;
  const { index, expected } = difference ?? fromLibrary ?? { index: 0, expected: undefined };
  const who =
    difference === undefined ? "the library" : fromLibrary === undefined ? "3.13" : "3.13 and the library";
  console.log(
    `Seed ${program.seed}, entry ${index}: ${who} ${JSON.stringify(expected)}, 3.14 ${JSON.stringify(found[index])}`,
  );
}
console.log(`${differing} of ${size} differ.`);
