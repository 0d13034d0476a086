import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { compiledModules } from "./compiled-modules.ts";

const execute = promisify(execFile);
/** What Node loads before a program. */
const preloads = {
  loops: join(import.meta.dirname, "recording-process.ts"),
  promises: join(import.meta.dirname, "promise-recording-process.ts"),
};
const library = join(import.meta.dirname, "../../node_modules/asyncio-ts/dist/index.js");
/** How long a program may take, in milliseconds: one that never ends would hold up the tests without a word. */
const usualPatience = 300_000;

/**
 * Runs a program in a process of its own, on virtual time, and gives what its loops did. It is the same at every run,
 * if the program is. Stack frames are those of the files beside the program. Throws, with its error output, when it fails.
 *
 * @param program The path of a TypeScript file that imports `asyncio-ts`.
 * @param patience How long it may take, in milliseconds of the machine.
 */
export async function recordProgram(program: string, patience = usualPatience): Promise<TraceEvent[]> {
  return await record(program, "loops", "virtual", patience);
}

/** The same of a program of plain promises, which imports no library: what its async calls, promises and timers do. */
export async function recordPromises(program: string, patience = usualPatience): Promise<TraceEvent[]> {
  return await record(program, "promises", "virtual", patience);
}

/**
 * The same with the clock, the network and the processes of this machine, for a program that needs them. The times are
 * those of one run, to the millisecond.
 */
export async function recordRealRun(program: string): Promise<TraceEvent[]> {
  const events = await record(program, "loops", "host", usualPatience);
  return events.map((event) => ({
    ...event,
    at: toMillisecond(event.at),
    ...("deadline" in event && event.deadline !== undefined
      ? { deadline: toMillisecond(event.deadline) }
      : {}),
  }));
}

async function record(
  program: string,
  recorded: keyof typeof preloads,
  time: "virtual" | "host",
  patience: number,
): Promise<TraceEvent[]> {
  const temporary = mkdtempSync(join(tmpdir(), "trace-"));
  const file = join(temporary, "trace.json");
  const folder = realpathSync(dirname(program));
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: compiledModules,
    TRACE_FILE: file,
    TRACE_TIME: time,
    TRACE_FOLDER: `${folder.replaceAll("\\", "/")}/`,
    TRACE_LIBRARY: pathToFileURL(realpathSync(library)).href,
  };
  try {
    const words = [
      "--disable-warning=ExperimentalWarning",
      "--import",
      pathToFileURL(preloads[recorded]).href,
      basename(program),
    ];
    await execute(process.execPath, words, { cwd: folder, env, timeout: patience });
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw (error as { killed?: boolean }).killed ? endless(program, patience, error) : error;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function endless(program: string, patience: number, cause: unknown): Error {
  const message = `${program}: expected a program that ends, found none that did within ${patience / 1000} s. Have it end by itself, or show it without \`view\`.`;
  return new Error(message, { cause });
}

/** By way of its digits: a deadline may be so late that a thousand times as much is no number. */
function toMillisecond(seconds: number): number {
  return Number(seconds.toFixed(3));
}
