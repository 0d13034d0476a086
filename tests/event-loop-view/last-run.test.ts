import { expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";
import { recordedRun } from "../../src/examples/recorded-run.ts";
import { lastRunAt, linesOfLastRun } from "../../src/playground/event-loop-view/last-run.ts";
import { LoopSnapshots } from "../../src/playground/event-loop-view/loop-state.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";

const frame = (line: number, path = "main.ts") => ({ caller: "", path, line, column: 1 });

test("the lines that are known to have run are marked, and none that may not have", () => {
  expect(linesOfLastRun({ from: frame(3), to: frame(6) }, "main.ts")).toEqual([3, 6]);
  expect(linesOfLastRun({ from: undefined, to: frame(3) }, "main.ts")).toEqual([3]);
  expect(linesOfLastRun({ from: frame(3), to: frame(6, "other.ts") }, "main.ts")).toEqual([3]);
  expect(linesOfLastRun({ from: undefined, to: undefined }, "main.ts")).toEqual([]);
});

test("in a recorded run each step ends where its task waits next, or where it began its last one", () => {
  const example = readExample("coroutines/say-after");
  const timeline = new Timeline();
  timeline.add(recordedRun(example));
  const states = new LoopSnapshots(timeline);
  const idle = timeline.moments
    .map(({ index }) => states.at(index))
    .filter(({ running }) => running.length === 0);
  const steps = new Set(
    idle
      .filter(({ ran }) => ran !== 0)
      .map((state) => linesOfLastRun(lastRunAt(timeline, state), example.active).join()),
  );
  const lineOf = (code: string) =>
    (example.files.find(({ name }) => name === example.active)?.code ?? "")
      .split("\n")
      .findIndex((line) => line.includes(code)) + 1;
  // All of its waits are those of the sleep, whichever call of sayAfter they are in.
  expect([...steps]).toContain(String(lineOf("yield* sleep(")));
});
