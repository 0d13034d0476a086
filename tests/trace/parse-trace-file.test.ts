import { describe, expect, test } from "vitest";
import { explainFault } from "../../src/playground/event-loop-view/explain-fault.ts";
import { parseTraceFile, type TraceFault } from "../../src/trace/parse-trace-file.ts";
import { traceLimits } from "../../src/trace/trace.ts";

const event = (at: unknown, more: object = {}) => ({ at, kind: "began", handle: 1, ...more });
const task = (number: number) => ({ kind: "task created", task: number, name: "", parent: 0, frames: [] });
const file = (events: unknown) => JSON.stringify(events);

test("reads a list of events that is longer than a message may be", async () => {
  const events = Array.from({ length: 2 * traceLimits.events + 1 }, (_, index) => event(index));
  expect(await parseTraceFile(file(events))).toEqual(events);
});

test("lets others work while it reads a long list", async () => {
  let pauses = 0;
  const events = Array.from({ length: 4 * traceLimits.events }, (_, index) => event(index));
  await parseTraceFile(file(events), { pause: async () => void pauses++ });
  expect(pauses).toBe(4);
});

const bad = (event: number, field: string, value: unknown): TraceFault => ({
  kind: "bad field",
  event,
  field,
  value,
});
const huge = "x".repeat(10_000_000);
const late = Array.from({ length: traceLimits.events + 2 }, (_, index) => event(index));

describe("what is wrong with a file is said of one", () => {
  test.each<[string, string, TraceFault, string]>([
    ["with nothing", "", { kind: "no JSON" }, "it is no JSON"],
    ["that is no JSON", "[{", { kind: "no JSON" }, "it is no JSON"],
    ["with a time that is no number", '[{"at":NaN}]', { kind: "no JSON" }, "it is no JSON"],
    ["of lists in lists", "[".repeat(200_000), { kind: "no JSON" }, "it is no JSON"],
    [
      "that is no list",
      file({ events: [event(0)] }),
      { kind: "no list" },
      "it is JSON, but no list of events",
    ],
    ["without an event", file([]), { kind: "empty" }, "there is no event in it"],
    [
      "with more events than a run may have",
      file(Array.from({ length: traceLimits.all + 1 }, () => event(0))),
      { kind: "too many events", events: 200_001 },
      "it has 200,001 events, and a run has 200,000 at most",
    ],
    [
      "with a kind that there is not",
      file([event(0), { at: 0, kind: "task eaten", task: 1 }]),
      bad(2, "kind", "task eaten"),
      'in event 2 “kind” must not be "task eaten"',
    ],
    [
      "with a kind that every object has",
      file([{ at: 0, kind: "constructor" }]),
      bad(1, "kind", "constructor"),
      'in event 1 “kind” must not be "constructor"',
    ],
    ["with an event that is none", file([null]), bad(1, "kind", null), "in event 1 “kind” must not be null"],
    [
      "that hides its event in a prototype",
      '[{"__proto__":{"at":0,"kind":"began","handle":1}}]',
      bad(1, "kind", undefined),
      "in event 1 “kind” must not be undefined",
    ],
    ["with a time below 0", file([event(-1)]), bad(1, "at", -1), "in event 1 “at” must not be -1"],
    [
      "with a time without end",
      '[{"at":1e999,"kind":"began","handle":1}]',
      bad(1, "at", Number.POSITIVE_INFINITY),
      "in event 1 “at” must not be Infinity",
    ],
    [
      "with a number that is a name",
      file([event(0, { handle: "toString" })]),
      bad(1, "handle", "toString"),
      'in event 1 “handle” must not be "toString"',
    ],
    [
      "with a text of 10 MB",
      file([{ at: 0, kind: "queued", handle: 1, label: huge }]),
      bad(1, "label", huge),
      `in event 1 “label” must not be "${"x".repeat(39)}…"`,
    ],
    [
      "with what does not fit far behind",
      file([...late, { at: late.length, kind: "waits", task: 1, on: 0, what: "", frames: [{}] }]),
      bad(traceLimits.events + 3, "frames", [{}]),
      "in event 5003 “frames” must not be […]",
    ],
    [
      "whose time goes back",
      file([event(1), event(0)]),
      { kind: "time goes back", event: 2 },
      "at event 2 the time goes back",
    ],
    [
      "that makes a task twice, as in a cycle of parents",
      file([
        { at: 0, ...task(1) },
        { at: 0, ...task(2), parent: 1 },
        { at: 0, ...task(1), parent: 2 },
      ]),
      { kind: "made twice", event: 3, task: 1 },
      "event 3 makes task 1 a second time",
    ],
  ])("%s", async (_, text, fault, words) => {
    expect(await parseTraceFile(text)).toEqual(fault);
    expect(explainFault(fault, "en")).toBe(words);
    expect(explainFault(fault, "zh-CN")).toMatch(/\p{Script=Han}/u);
  });
});

test("what is said of a fault holds no more of the file than a few words", () => {
  expect(explainFault(bad(1, "text", { deep: { deeper: huge } }), "en")).toBe(
    "in event 1 “text” must not be {…}",
  );
  const large = { kind: "too large", bytes: 120_000_000, most: 50_000_000 } as const;
  expect(explainFault(large, "en")).toBe("it has 120 MB, and a page reads 50 MB");
});
