/**
 * `npm run record`: runs every main.py with CPython and writes what it prints into output.txt.
 * `npm run record -- coroutines/say-after` records one example, or several.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examplesFolder, listExamples } from "../../src/components/read-example.ts";
import { canRun, findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
if (python === undefined) {
  throw new Error("Recording needs CPython 3.11 or newer as python3. Install it, or name it in PYTHON.");
}
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
  if (!canRun(python, metadata.python ?? "3.11")) {
    console.log(`kept examples/${path}/output.txt, which needs CPython ${metadata.python}`);
    continue;
  }
  writeFileSync(join(folder, "output.txt"), await runProgram(python.command, "main.py", folder));
  console.log(`recorded examples/${path}/output.txt`);
}
