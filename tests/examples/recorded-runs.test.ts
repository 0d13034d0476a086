import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examplesWithView } from "../../src/examples/examples-with-view.ts";
import { examplesFolder, listExamples, programTrace, readExample } from "../../src/examples/read-example.ts";
import { readTrace } from "../../src/examples/read-trace.ts";
import { recordedRun } from "../../src/examples/recorded-run.ts";
import { drawRecorded } from "../../src/examples/recorded-view.ts";
import { tracedExamples } from "../../src/examples/traced-examples.ts";
import { type Lane, titleOf } from "../../src/playground/event-loop-view/lane.ts";
import { escapeText } from "../../src/playground/event-loop-view/markup.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { firstUserFrame, type StackFrame } from "../../src/trace/stack-frame.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { recordRealRun } from "../recording/record-program.ts";
import { needsRealRun } from "./needs-real-run.ts";
import { recordVersion } from "./record-version.ts";

const traced = tracedExamples();
const [recorded = [], onVirtualTime = []] = [true, false].map((isReal) =>
  traced.filter((path) => needsRealRun(readExample(path)) === isReal),
);

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

/**
 * What a run did, without what the system may tell sooner or later: times, in how many pieces the output of a program
 * comes, and whether the program has ended by the time its output has.
 */
function deedsOf(timeline: Timeline) {
  const title = (task: number): string => {
    const lane = timeline.lane(task);
    return lane === undefined ? "" : titleOf(lane);
  };
  return {
    lanes: timeline.tasks.map((lane) => ({
      title: titleOf(lane),
      below: title(lane.parent),
      waits: waitsOf(lane),
      outcome: lane.done?.outcome,
    })),
    scopes: [...timeline.scopes].map(({ what, owner, members, outcome }) => ({
      what,
      owner: title(owner),
      members: members.map(title),
      outcome,
    })),
    output: timeline.outputs.map(({ task, text }) => `${title(task)}: ${text}`),
  };
}

/** The module that runs the loop is on the stack in its first turn alone, and the machine decides how much comes in that. */
const isInFunction = ({ caller }: StackFrame): boolean => caller !== "";

function waitsOf({ intervals }: Lane): string[] {
  return intervals
    .filter(({ doing, what }) => doing === "waits" && what !== "Process.wait")
    .map(({ what, frames }) => `${what} in line ${firstUserFrame(frames.filter(isInFunction))?.line}`)
    .filter((wait, index, waits) => wait !== waits[index - 1]);
}

test("those examples have a recorded run that a page opens with the event-loop view or shows beside CPython", () => {
  expect(recorded.length).toBeGreaterThan(0);
  expect(onVirtualTime.length).toBeGreaterThan(100);
  const having = listExamples().filter((path) => existsSync(join(examplesFolder(), path, programTrace)));
  expect(having).toEqual(traced);
});

test.each([...new Set(examplesWithView())])(
  "the picture of %s leaves out no line that was printed",
  (path) => {
    const example = readExample(path);
    const printed = recordedRun(example).flatMap((event) => (event.kind === "output" ? [event.text] : []));
    const squeezed = (texts: readonly string[]) => texts.join("").replaceAll(/\s/g, "");
    for (const pixels of [300, 333, 340, 425, 571, 794]) {
      const shown = drawRecorded(example, "en", pixels).matchAll(/<text class="print[ "][^>]*>([^<]*)</g);
      expect(squeezed([...shown].map(([, text = ""]) => text)), `${pixels} pixels wide`).toBe(
        escapeText(squeezed(printed)),
      );
    }
  },
);

test.each([
  ["en", "host", "loop"],
  ["zh-cn", "宿主", "循环"],
])(
  "the picture of plain promises has the host's words before it is run, as after it, in %s",
  (language, host, loop) => {
    const picture = drawRecorded(readExample("watch/starvation"), language);
    expect(picture).toContain(`>${host}<`);
    expect(picture).not.toContain(`>${loop}<`);
  },
);

describe.concurrent.for(onVirtualTime)("the run of %s on virtual time", (path) => {
  test("is what was recorded", async () => {
    const example = readExample(path);
    const version = example.active === "plain.ts" ? "plain.ts" : "main.ts";
    expect(await recordVersion(example, version)).toEqual(readTrace(path));
  });
});

describe.for(recorded)("the recorded run of %s", (path) => {
  test("does what a run in Node does today", async () => {
    const fresh = timelineOf(await recordRealRun(join(examplesFolder(), path, "main.ts")));
    expect(deedsOf(timelineOf(readTrace(path)))).toEqual(deedsOf(fresh));
    // On virtual time nothing would have taken any.
    expect(fresh.end.at).toBeGreaterThan(0);
  });

  test("prints the recorded output", () => {
    const printed = timelineOf(readTrace(path)).outputs.map(({ text }) => `${text}\n`);
    expect(printed.join("")).toBe(readExample(path).output);
  });
});

test("three programs are waited for side by side, and the first to be ready was started last", () => {
  const timeline = timelineOf(readTrace("subprocesses/run-a-program"));
  const tasks = timeline.tasks.filter((lane) => titleOf(lane).endsWith(" · say"));
  const waits = tasks.map(({ intervals }) => intervals.filter(({ doing }) => doing === "waits"));
  const lastToStart = Math.max(...waits.map(([first]) => first?.from.at ?? Number.NaN));
  const ends = tasks.map(({ done }) => done?.moment.at ?? Number.NaN);
  expect(lastToStart).toBeLessThan(Math.min(...ends));
  expect(tasks.map(titleOf)).toEqual(["Task-2 · say", "Task-3 · say", "Task-4 · say"]);
  expect(ends).toEqual(ends.toSorted((one, other) => other - one));
  // As the lesson says. If it is recorded on a machine that is busy, they come later.
  expect(ends.map((end) => Math.floor(10 * end) / 10)).toEqual([1.2, 0.7, 0.2]);
});

test.each([
  ["no file", undefined],
  ["something else", "[{"],
  ["something else", '[{ "at": 0, "kind": "task eaten", "task": 1 }]'],
])("of an example whose recording is %s (%j), the build says what to do", (found, text) => {
  const root = mkdtempSync(join(tmpdir(), "examples-"));
  try {
    const folder = join(root, "sockets/hello");
    mkdirSync(folder, { recursive: true });
    if (text !== undefined) {
      writeFileSync(join(folder, programTrace), text);
    }
    const message = `found ${found}. An example that is shown with \`view\`, or beside CPython, has one: \`npm run record -- sockets/hello\``;
    expect(() => readTrace("sockets/hello", root)).toThrow(message);
    expect(() => readTrace("sockets/hello", root)).toThrow("examples/sockets/hello/trace.json: expected");
  } finally {
    rmSync(root, { recursive: true });
  }
});
