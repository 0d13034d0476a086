import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, test } from "vitest";
import { observingPrograms } from "./observing-programs.ts";
import { minifiedWatcher, watchProgram } from "./watch-program.ts";

const execute = promisify(execFile);

/** What a program prints that nobody watches. */
async function printedBy(program: string): Promise<string> {
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", program]);
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), "minified-"));
const minified = minifiedWatcher(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const ways = {
  "": () => ({}),
  ", with what variables hold": () => ({ values: true }),
  ", by what a bundler makes of the watcher": async () => ({ by: await minified }),
};

for (const [how, watching] of Object.entries(ways)) {
  test.concurrent.for(Object.entries(observingPrograms))(
    `a program that looks at %s cannot see that it is watched${how}`,
    async ([, program], { expect }) => {
      const options = await watching();
      const [printed, watched] = await Promise.all([printedBy(program), watchProgram(program, options)]);
      expect(printed).not.toBe("");
      expect(watched.printed).toBe(printed);
    },
  );
}
