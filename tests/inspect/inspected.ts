import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { parseTraceFile } from "../../src/trace/parse-trace-file.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

const programs = join(import.meta.dirname, "programs");
const packageFolder = join(createRequire(import.meta.url).resolve("asyncio-ts/package.json"), "..");
const preload = pathToFileURL(join(packageFolder, "dist/inspect/index.js")).href;
const command = join(packageFolder, "dist/command-line/command.js");

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A program of `programs/` that runs, watched. */
export interface Inspected {
  readonly process: ChildProcess;
  /** Its output up to now. */
  output(): string;
  errors(): string;
  /** When what it has printed, to either side, matches. */
  until(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<Ended>;
}

/** By `node --import asyncio-ts/inspect`. */
export function startWithPreload(words: readonly string[], environment: NodeJS.ProcessEnv): Inspected {
  return follow(process.execPath, ["--import", preload, ...words], environment);
}

/** By another runtime than Node: the command, or the preload where there are no words of a command. */
export function startIn(
  [runtime, ...before]: readonly [string, ...string[]],
  words: { readonly inspect: readonly string[] } | { readonly preload: readonly string[] },
  environment: NodeJS.ProcessEnv = {},
): Inspected {
  const given =
    "inspect" in words
      ? [...before, command, "inspect", ...words.inspect]
      : [...before, "--preload", preload, ...words.preload];
  return follow(runtime, given, environment);
}

/** By `asyncio-ts inspect`. */
export function startByCommand(...words: readonly string[]): Inspected {
  return startByCommandIn({}, ...words);
}

/** By `asyncio-ts`, in a folder where the program is. */
export function startByCommandAt(folder: string, ...words: readonly string[]): Inspected {
  return follow(process.execPath, [command, ...words], {}, folder);
}

/** By `asyncio-ts inspect`, with this in its environment. */
export function startByCommandIn(environment: NodeJS.ProcessEnv, ...words: readonly string[]): Inspected {
  return follow(process.execPath, [command, ...words], environment);
}

function follow(
  runtime: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder = programs,
): Inspected {
  const child = spawn(runtime, words, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const said = { output: "", errors: "" };
  const listeners = new Set<() => void>();
  const listen = (side: keyof typeof said) => (text: string) => {
    said[side] += text;
    for (const listener of listeners) {
      listener();
    }
  };
  child.stdout.setEncoding("utf8").on("data", listen("output"));
  child.stderr.setEncoding("utf8").on("data", listen("errors"));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, ...said })));
  return {
    process: child,
    output: () => said.output,
    errors: () => said.errors,
    until: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const match = `${said.output}\n${said.errors}`.match(pattern);
          if (match !== null) {
            listeners.delete(look);
            resolve(match);
          }
        };
        listeners.add(look);
        look();
      }),
    ended,
  };
}

/** The name of a file that is not there yet, and goes with its test. */
export function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-inspect-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "trace.json");
}

/** The trace in a file, read as the site's view reads what is dropped on it. */
export async function readTrace(file: string): Promise<readonly TraceEvent[]> {
  const events = await parseTraceFile(readFileSync(file, "utf8"));
  if (!Array.isArray(events)) {
    throw new Error(`${file} holds no trace.`);
  }
  return events;
}
