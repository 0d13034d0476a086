import { expect, test } from "vitest";
import { parseTraceFile } from "../../src/trace/parse-trace-file.ts";
import { traceLimits } from "../../src/trace/trace.ts";

const event = (at: number) => ({ at, kind: "began", handle: 1 });
const file = (events: unknown) => JSON.stringify(events);

test("reads a list of events that is longer than a message may be", () => {
  const events = Array.from({ length: 2 * traceLimits.events + 1 }, (_, index) => event(index));
  expect(parseTraceFile(file(events))).toEqual(events);
});

test.each([
  ["nothing", ""],
  ["no JSON", "[{"],
  ["no list", file({ events: [event(0)] })],
  ["no event", file([])],
  ["what is no event", file([event(0), { at: 0, kind: "task eaten", task: 1 }])],
  ["a time that goes back", file([event(1), event(0)])],
  ["more events than a run may have", file(Array.from({ length: traceLimits.all + 1 }, () => event(0)))],
])("does not believe a file with %s", (_, text) => {
  expect(parseTraceFile(text)).toBeUndefined();
});
