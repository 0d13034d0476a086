import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";
import { canRun, findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
if (python === undefined) {
  console.warn("No CPython here: output.txt is taken as recorded and not compared with a fresh run.");
}

// Side by side, because most of their time is spent asleep.
describe.concurrent.for(listExamples())("the example %s", (path) => {
  const example = readExample(path);
  const folder = join(examplesFolder(), path);

  it.skipIf(!canRun(python, example.python))("prints its recorded output in CPython", async () => {
    expect(await runProgram(python?.command ?? "", "main.py", folder)).toBe(example.output);
  });

  it.for(example.versions)("prints the same in Node from %s", async (name) => {
    expect(await runProgram(process.execPath, name, folder)).toBe(example.output);
  });

  it.runIf(example.kind === "exercise")("is an exercise that is not solved yet", async () => {
    expect(await runProgram(process.execPath, "main.ts", folder)).not.toBe(example.output);
  });
});
