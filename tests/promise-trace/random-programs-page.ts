/**
 * Runs random programs in the page that has this script, as they are and then instrumented and watched. It can be asked once:
 * promises that are watched stay so.
 */
import { instrument, unusedName } from "../../src/promise-trace/instrument.ts";
import { watchPromises } from "../../src/promise-trace/watching/watch-promises.ts";
import { preview } from "../../src/sandbox/describe-value.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { comparableEvents } from "./comparable-events.ts";
import { ProgramRunner } from "./program-runner.ts";
import { randomProgram } from "./random-program.ts";

/** One program, run twice. */
export interface ProgramRuns {
  readonly seed: number;
  /** What it prints as it is, and when it is watched. */
  readonly plain: readonly string[];
  readonly watched: readonly string[];
  readonly events: readonly string[];
}

const reject = Promise.reject.bind(Promise);
const turns = new Map<unknown, () => void>();
const runner = new ProgramRunner({
  // An engine tells of rejections in their order: when it tells of this one, it has told of those before it.
  nextTurn: (callback) => {
    const turn = {};
    turns.set(turn, callback);
    void reject(turn);
  },
  describe: (value) => {
    // Each engine has its own words for it.
    if (value instanceof AggregateError) {
      return value.name;
    }
    return value instanceof Error ? String(value) : preview(value, 2_000);
  },
});
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  const turn = turns.get(event.reason);
  if (turn === undefined) {
    runner.print("unhandled", event.reason);
  } else {
    turns.delete(event.reason);
    turn();
  }
});

/** Runs as many programs from a seed on, but for those that this engine cannot read: not every one knows `await using`. */
async function runTwice(first: number, count: number): Promise<ProgramRuns[]> {
  const programs = Array.from({ length: count }, (_, index) => first + index)
    .map((seed) => ({ seed, code: randomProgram(seed) }))
    .filter(({ code }) => isReadable(code));
  const plain: string[][] = [];
  for (const { code } of programs) {
    plain.push(await runner.run(code));
  }
  const name = unusedName(programs.map(({ code }) => code));
  let events: TraceEvent[] = [];
  watchPromises({
    watcher: name,
    captureFrames: () => [],
    originalText: (text) => text,
    now: () => 0,
    add: (event) => void events.push(event),
  });
  const runs: ProgramRuns[] = [];
  for (const [index, { seed, code }] of programs.entries()) {
    events = [];
    const watched = await runner.run(instrument(code, "plain.ts", name)?.text ?? "");
    runs.push({ seed, plain: plain[index] ?? [], watched, events: comparableEvents(events) });
  }
  return runs;
}

function isReadable(code: string): boolean {
  try {
    new Function(`return async () => {${code}}`);
    return true;
  } catch {
    return false;
  }
}

Object.assign(globalThis, { runTwice });
