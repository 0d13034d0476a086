import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../src/build/digest-of.ts";
import { findKept, keep } from "../../src/build/kept.ts";
import { examplesFolder, listExamples, pythonTrace, readExample } from "../../src/examples/read-example.ts";
import { coreEvents } from "../../src/trace/core-events.ts";
import { parseTrace } from "../../src/trace/parse-trace.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { findPython313 } from "./find-python.ts";
import { canBeRecorded, portOf, recorder, recordInPython, unrecorded } from "./record-in-python.ts";
import { recordVersion } from "./record-version.ts";

const python = findPython313();
if (python === undefined) {
  console.warn("No CPython 3.13 here: its traces are taken as recorded and not compared with fresh ones.");
}

/** Where the loops of the two languages do something else, and why neither is wrong. */
const differing: Readonly<Record<string, string>> = {
  "async-iteration/native-loop": "the port iterates with promises, which are no futures of the loop",
  "async-iteration/time-limit": "the port waits for a timer of the host and not of the loop",
  "cancellation/into-a-promise": "the port waits for a timer of the host and not of the loop",
  "futures/exercise-1-wrap": "the port waits for a timer of the host and not of the loop",
  "futures/wrap-a-callback": "the port waits for a timer of the host and not of the loop",
  "common-calls/as-completed": "CPython starts what it takes from a set in any order",
  "why-async/exercise-3-as-they-come": "CPython starts what it takes from a set in any order",
  "why-async/waiting-job": "CPython's heap has timers of the same moment in any order",
  "debug-your-own-program/blocked-loop":
    "calculates until a moment: each language looks at the clock in its own way",
  "debug-your-own-program/who-is-late":
    "calculates until a moment: each language looks at the clock in its own way",
  "event-loop/after-the-sum": "calculates until a moment: each language looks at the clock in its own way",
  "use-it-sparingly/give-way-in-between":
    "calculates until a moment: each language looks at the clock in its own way",
  "use-it-sparingly/in-pieces": "calculates until a moment: each language looks at the clock in its own way",
  "use-it-sparingly/stalled-heartbeat":
    "calculates until a moment: each language looks at the clock in its own way",
  "use-it-sparingly/two-sums": "calculates until a moment: each language looks at the clock in its own way",
  "why-async/both-kinds": "calculates until a moment: each language looks at the clock in its own way",
  "why-async/calculating-job": "measures so many rounds as its language needs to be measured",
};

const examples = listExamples().map((path) => readExample(path));
const recorded = examples.filter(canBeRecorded);
const fileOf = (path: string) => join(examplesFolder(), path, pythonTrace);

function readPythonTrace(path: string): TraceEvent[] {
  const events = parseTrace(JSON.parse(readFileSync(fileOf(path), "utf8")));
  expect(events, `${path}/${pythonTrace} is no trace`).toBeDefined();
  return events as TraceEvent[];
}

const toldOf = (events: readonly TraceEvent[]): string[] =>
  coreEvents(events).map(({ at, deed }) => `${at}: ${deed}`);

test("those examples have a trace of CPython that both languages can record", () => {
  const having = listExamples().filter((path) => existsSync(fileOf(path)));
  expect(having).toEqual(recorded.map(({ path }) => path));
  expect(having.length).toBeGreaterThan(100);
});

test("each exception is an example that could be recorded", () => {
  const paths = recorded.map(({ path }) => path);
  expect(Object.keys(differing).filter((path) => !paths.includes(path))).toEqual([]);
  const known = examples.map(({ path }) => path);
  expect(Object.keys(unrecorded).filter((path) => !known.includes(path))).toEqual([]);
});

describe.concurrent.for(recorded)("what the event loops do with $path", (example) => {
  const isException = example.path in differing;

  test(isException ? "differs, as is known" : "is the same in CPython and in the library", async () => {
    const inPython = toldOf(readPythonTrace(example.path));
    const inPort = toldOf(await recordVersion(example, portOf(example)));
    expect(inPython.some((told) => told.includes(": began "))).toBe(true);
    if (isException) {
      expect(inPort).not.toEqual(inPython);
    } else {
      expect(inPort).toEqual(inPython);
    }
  });

  test.skipIf(python === undefined)("is in CPython 3.13 today what was recorded", async () => {
    const { command = "", fullVersion = "" } = python ?? {};
    const code = example.files.find(({ name }) => name === "main.py")?.code ?? "";
    const digest = digestOf(fullVersion, readFileSync(recorder, "utf8"), code);
    const kept = findKept("python-traces", digest)?.toString();
    const fresh = kept ?? (await recordInPython(command, example));
    keep("python-traces", digest, fresh);
    expect(readFileSync(fileOf(example.path), "utf8")).toBe(fresh);
  });
});
