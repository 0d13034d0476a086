import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { copyExamples } from "./copy-examples.ts";
import { findPython } from "./find-python.ts";
import { OutputCache } from "./output-cache.ts";
import { type Program, programsOf, run, timeOf } from "./programs.ts";

const python = findPython();
if (python === undefined) {
  console.warn("No CPython here: output.txt is taken as recorded and not compared with a fresh run.");
}

/** Once a program has to run: those in TypeScript run as they do for a reader, with the library as it is published. */
let project: string | undefined;
afterAll(() => {
  if (project !== undefined) {
    rmSync(project, { recursive: true });
  }
});

function folderOf({ example: { path } }: Program): string {
  project ??= copyExamples();
  return join(project, path);
}

const cache = new OutputCache();
function printedBy(program: Program): Promise<string> {
  const time = timeOf(program);
  return cache.printed(program, time, () => run(program, time, folderOf(program)));
}

// Side by side, because those by the host's clock spend most of their time asleep.
describe.concurrent.for(listExamples())("the example %s", (path) => {
  const example = readExample(path);
  const programs = programsOf(example, python);
  const [original] = programs.filter(({ file }) => file === "main.py");
  const ports = programs.filter(({ file, role }) => file !== "main.py" && role === "version");
  const beginnings = programs.filter(({ role }) => role === "beginning");

  test.skipIf(original === undefined)("prints its recorded output in CPython", async () => {
    expect(await printedBy(original as Program)).toBe(example.output);
  });

  test.for(ports)("prints the same in Node from $file", async (program) => {
    expect(await printedBy(program)).toBe(example.output);
  });

  test.for(beginnings)("is an exercise that $file does not solve yet", async (program) => {
    expect(await printedBy(program)).not.toBe(example.output);
  });
});
