import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { instrument } from "../../src/promise-trace/instrument.ts";
import { localsReader } from "../../src/promise-trace/read-locals.ts";
import { compile } from "../../src/sandbox/compile.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { compiledModules } from "../recording/compiled-modules.ts";

const execute = promisify(execFile);
const preload = join(import.meta.dirname, "watching-process.ts");

interface Watching {
  readonly clock?: "real" | "virtual";
  /** Whether the values of variables are recorded. */
  readonly values?: boolean;
  /** What watches: the sources as they are, or what a bundler makes of them, from `minifiedWatcher`. */
  readonly by?: string;
}

/** What watches, as small as a bundler makes it: it may take apart what is written for the eyes of the program. */
export async function minifiedWatcher(folder: string): Promise<string> {
  const outfile = join(folder, "watching-process.mjs");
  const options = { bundle: true, minify: true, format: "esm", platform: "node", target: "es2022" } as const;
  await build({ entryPoints: [preload], outfile, ...options });
  return outfile;
}

/** Runs a program of one file with its promises watched. */
export async function watchProgram(
  source: string,
  { clock = "real", values = false, by = preload }: Watching = {},
): Promise<{ printed: string; events: TraceEvent[] }> {
  const folder = mkdtempSync(join(tmpdir(), "watched-"));
  try {
    const [file, trace] = [join(folder, "program.mjs"), join(folder, "trace.json")];
    const code = compile({ "/plain.ts": source }, "/plain.ts").modules[0]?.code ?? "";
    const readLocals = values ? localsReader("$w") : undefined;
    const instrumented = instrument(code, "plain.ts", "$w", readLocals);
    if (instrumented === undefined) {
      throw new Error(`The program does not parse:\n${code}`);
    }
    writeFileSync(file, instrumented.text);
    const env = {
      ...process.env,
      NODE_COMPILE_CACHE: compiledModules,
      CLOCK: clock,
      TRACE_FILE: trace,
      ...(values && { VALUES: "recorded" }),
    };
    const { stdout } = await execute(process.execPath, ["--import", pathToFileURL(by).href, file], { env });
    return { printed: stdout, events: JSON.parse(readFileSync(trace, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
