import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTrace } from "../trace/parse-trace.ts";
import { type TraceEvent, traceLimits } from "../trace/trace.ts";
import { ExampleError, examplesFolder, programTrace, pythonTrace } from "./read-example.ts";

/** What the event loop of the library did with the main.ts of an example, or the promises of its plain.ts: its `trace.json`. */
export function readTrace(path: string, root: string = examplesFolder()): TraceEvent[] {
  const file = join(root, path, programTrace);
  const events = existsSync(file) ? parseTrace(parseJson(readFileSync(file, "utf8"))) : undefined;
  if (events === undefined) {
    throw new ExampleError(
      `examples/${path}/${programTrace}`,
      `expected the trace of a run, a list of at most ${traceLimits.events} events; found ${existsSync(file) ? "something else" : "no file"}. An example that is shown with \`view\`, or beside CPython, has one: \`npm run record -- ${path}\` runs it in Node and writes it.`,
    );
  }
  return events;
}

/** What the event loop of CPython did with an example, on virtual time; undefined where that is not recorded. */
export function readPythonTrace(path: string, root: string = examplesFolder()): TraceEvent[] | undefined {
  const file = join(root, path, pythonTrace);
  return existsSync(file) ? parseTrace(parseJson(readFileSync(file, "utf8"))) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
