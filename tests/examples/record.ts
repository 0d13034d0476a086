/** `npm run record`: runs every main.py with CPython and writes what it prints into output.txt. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examplesFolder, listExamples } from "../../src/components/read-example.ts";
import { canRun, findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
if (python === undefined) {
  throw new Error("Recording needs CPython 3.11 or newer as python3. Install it, or name it in PYTHON.");
}
for (const path of listExamples()) {
  const folder = join(examplesFolder(), path);
  const metadata = JSON.parse(readFileSync(join(folder, "example.json"), "utf8"));
  if (!canRun(python, metadata.python ?? "3.11")) {
    console.log(`kept examples/${path}/output.txt, which needs CPython ${metadata.python}`);
    continue;
  }
  writeFileSync(join(folder, "output.txt"), await runProgram(python.command, "main.py", folder));
  console.log(`recorded examples/${path}/output.txt`);
}
