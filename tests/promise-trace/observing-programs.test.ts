import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { test } from "vitest";
import { observingPrograms } from "./observing-programs.ts";
import { watchProgram } from "./watch-program.ts";

const execute = promisify(execFile);

/** What a program prints that nobody watches. */
async function printedBy(program: string): Promise<string> {
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", program]);
  return stdout;
}

for (const values of [false, true]) {
  const how = values ? ", with what variables hold" : "";
  test.concurrent.for(Object.entries(observingPrograms))(
    `a program that looks at %s cannot see that it is watched${how}`,
    async ([, program], { expect }) => {
      const [printed, watched] = await Promise.all([printedBy(program), watchProgram(program, { values })]);
      expect(printed).not.toBe("");
      expect(watched.printed).toBe(printed);
    },
  );
}
