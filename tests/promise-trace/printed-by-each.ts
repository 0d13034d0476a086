import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const preload = pathToFileURL(join(import.meta.dirname, "watching-process.ts")).href;

/** Runs programs one after the other in one process, and says for each of them what it printed and how it ended. Two may be alike. */
const runAll = `
  import { readFileSync } from "node:fs";
  globalThis.log = console.log;
  for (const [index, code] of JSON.parse(readFileSync(process.env.PROGRAMS, "utf8")).entries()) {
    try {
      console.log(await import("data:text/javascript," + encodeURIComponent(code) + "#" + index));
    } catch (error) {
      console.log("Failed:", String(error));
    }
    console.log("----");
  }
`;

/** What each of some programs prints, and how it ends. Watched, they are instrumented ones. */
export async function printedByEach(
  programs: readonly string[],
  { watched }: { readonly watched: boolean },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "spelled-"));
  try {
    const file = join(folder, "programs.json");
    writeFileSync(file, JSON.stringify(programs));
    const env = {
      ...process.env,
      PROGRAMS: file,
      TRACE_FILE: join(folder, "trace.json"),
    };
    const options = [...(watched ? ["--import", preload] : []), "--input-type=module", "--eval", runAll];
    const { stdout } = await execute(process.execPath, options, { env, maxBuffer: 100_000_000 });
    return stdout.split("----\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
