import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";

const execute = promisify(execFile);

/** How the other runtimes run a program. They are tested where they are installed; nothing here needs them. */
const runtimes = { deno: ["run", "--allow-all"], bun: ["run"] };

for (const [runtime, args] of Object.entries(runtimes)) {
  const isHere = spawnSync(runtime, ["--version"]).status === 0;
  if (!isHere) {
    console.warn(`No ${runtime} on the PATH: the examples are not run in it.`);
  }

  // One after the other, since some examples measure what threads gain.
  describe.skipIf(!isHere)(`in ${runtime}`, () => {
    const ports = listExamples().map((path) => [path, readExample(path)] as const);
    const finished = ports.filter(([, { versions }]) => versions.includes("main.ts"));

    test.for(finished)("the example %s prints its recorded output", async ([path, { output }]) => {
      const { stdout } = await execute(runtime, [...args, "main.ts"], { cwd: join(examplesFolder(), path) });
      expect(stdout).toBe(output);
    });
  });
}
