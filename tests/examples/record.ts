/** `npm run record`: runs every main.py with CPython and writes what it prints into output.txt. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { examplesFolder, listExamples } from "../../src/components/read-example.ts";
import { findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
if (python === undefined) {
  throw new Error("Recording needs CPython 3.11 or newer as python3. Install it, or name it in PYTHON.");
}
for (const path of listExamples()) {
  const folder = join(examplesFolder(), path);
  writeFileSync(join(folder, "output.txt"), await runProgram(python, "main.py", folder));
  console.log(`recorded examples/${path}/output.txt`);
}
