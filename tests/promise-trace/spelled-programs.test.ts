import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { instrument } from "../../src/promise-trace/instrument.ts";
import { localsReader } from "../../src/promise-trace/read-locals.ts";
import { spelledPrograms } from "./spelled-programs.ts";

const execute = promisify(execFile);
const preload = pathToFileURL(join(import.meta.dirname, "watching-process.ts")).href;

/** Runs programs one after the other in one process, and says for each of them what it printed and how it ended. */
const runAll = `
  globalThis.log = console.log;
  for (const code of JSON.parse(process.env.PROGRAMS)) {
    try {
      console.log(await import("data:text/javascript," + encodeURIComponent(code)));
    } catch (error) {
      console.log("Failed:", String(error));
    }
    console.log("----");
  }
`;

async function printedBy(programs: readonly string[], preloaded: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "spelled-"));
  try {
    const env = {
      ...process.env,
      PROGRAMS: JSON.stringify(programs),
      TRACE_FILE: join(folder, "trace.json"),
    };
    const options = [...preloaded, "--input-type=module", "--eval", runAll];
    const { stdout } = await execute(process.execPath, options, { env });
    return stdout.split("----\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.for([false, true])(
  "a program prints the same when it is watched, however it is spelled (values: %s)",
  async (values) => {
    const watched = spelledPrograms.map(
      (code) =>
        instrument(code, "plain.ts", "$w", values ? localsReader("$w") : undefined)?.text ?? `"unparsed"`,
    );
    const [plain, printed] = await Promise.all([
      printedBy(spelledPrograms, []),
      printedBy(watched, ["--import", preload]),
    ]);
    const results = (all: readonly string[]) =>
      spelledPrograms.map((code, index) => `${code}\n${all[index]}`);
    expect(plain).toHaveLength(spelledPrograms.length + 1);
    expect(results(printed)).toEqual(results(plain));
  },
);
