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

test("reads a list whose texts have brackets, commas, quotes and backslashes in them, spaced and with a byte order mark", async () => {
  const labels = ['"],[{', "\\", '\\"', '\\\\",', "\u2028]"];
  const events = labels.map((label, index) => ({ at: index, kind: "queued", handle: 1, label }));
  expect(await parseTraceFile(`\uFEFF ${JSON.stringify(events, null, 2)}\n`)).toEqual(events);
});

test("lets others work while it reads a long list", async () => {
  let pauses = 0;
  const events = Array.from({ length: 4 * traceLimits.events }, (_, index) => event(index));
  await parseTraceFile(file(events), { pause: async () => void pauses++ });
  expect(pauses).toBeGreaterThan(3);
});

const advice = "Open what Save or a recorder has written";
const bad = (event: number, field: string, value: unknown): TraceFault => ({
  kind: "bad field",
  event,
  field,
  value,
});
const huge = "x".repeat(1_000_000);
const late = Array.from({ length: traceLimits.events + 2 }, (_, index) => event(index));

describe("what is wrong with a file is said of one", () => {
  test.each<[string, string, TraceFault, string]>([
    ["with nothing", "", { kind: "no list", begins: "" }, "it is empty"],
    [
      "that is no JSON",
      "[{",
      { kind: "cut off", event: 1 },
      "it ends in the middle of event 1, and was perhaps cut off",
    ],
    [
      "that is cut off",
      file([event(0), event(1)]).slice(0, -5),
      { kind: "cut off", event: 2 },
      "it ends in the middle of event 2, and was perhaps cut off",
    ],
    [
      "that is compressed",
      "\x1f\x8b\x08",
      { kind: "no list", begins: "\x1f\x8b\x08" },
      'it begins with "\\u001f\x8b\\b", and a list of events begins with “[”',
    ],
    [
      "with something behind its list",
      `${file([event(0)])} []`,
      { kind: "goes on" },
      "something follows on its list of events",
    ],
    [
      "of lists in lists in one event",
      `[${"[".repeat(30)}${"]".repeat(30)}]`,
      { kind: "too large an event", event: 1 },
      "event 1 is larger or deeper than an event can be",
    ],
    [
      "with a comma too many",
      file([event(0)]).replace("]", ",]"),
      { kind: "no JSON", event: 2 },
      "event 2 is no JSON",
    ],
    [
      "of one event that is 10 MB of keys",
      file([Object.fromEntries(Array.from({ length: 1_000_000 }, (_, key) => [`k${key}`, 0]))]),
      { kind: "too large an event", event: 1 },
      "event 1 is larger or deeper than an event can be",
    ],
    ["with a time that is no number", '[{"at":NaN}]', { kind: "no JSON", event: 1 }, "event 1 is no JSON"],
    [
      "of lists in lists",
      "[".repeat(10_000_000),
      { kind: "too large an event", event: 1 },
      "event 1 is larger or deeper than an event can be",
    ],
    [
      "that is no list",
      file({ events: [event(0)] }),
      { kind: "no list", begins: '{"events":[{"at":0,…' },
      'it begins with "{\\"events\\":[{\\"at\\":0,…", and a list of events begins with “[”',
    ],
    ["without an event", file([]), { kind: "empty" }, "there is no event in it"],
    [
      "with more events than a run may have",
      file(Array.from({ length: traceLimits.all + 1 }, () => event(0))),
      { kind: "too many events" },
      "a run has 200,000 events at most, and it has more",
    ],
    [
      "with a kind that there is not",
      file([event(0), { at: 0, kind: "task eaten", task: 1 }]),
      bad(2, "kind", "task eaten"),
      'in event 2 “kind” must be a kind of event that there is, and is "task eaten"',
    ],
    [
      "with a kind that every object has",
      file([{ at: 0, kind: "constructor" }]),
      bad(1, "kind", "constructor"),
      'in event 1 “kind” must be a kind of event that there is, and is "constructor"',
    ],
    [
      "with an event that is none",
      file([null]),
      bad(1, "kind", null),
      "in event 1 “kind” must be a kind of event that there is, and is null",
    ],
    [
      "that hides its event in a prototype",
      '[{"__proto__":{"at":0,"kind":"began","handle":1}}]',
      bad(1, "kind", undefined),
      "in event 1 “kind” must be a kind of event that there is, and is missing",
    ],
    [
      "with a time below 0",
      file([event(-1)]),
      bad(1, "at", -1),
      "in event 1 “at” must be a number of seconds, not below 0, and is -1",
    ],
    [
      "with a time without end",
      '[{"at":1e999,"kind":"began","handle":1}]',
      bad(1, "at", Number.POSITIVE_INFINITY),
      "in event 1 “at” must be a number of seconds, not below 0, and is Infinity",
    ],
    [
      "with a number that is a name",
      file([event(0, { handle: "toString" })]),
      bad(1, "handle", "toString"),
      'in event 1 “handle” must be a whole number, not below 0, and is "toString"',
    ],
    [
      "with a text of 1 MB",
      file([{ at: 0, kind: "queued", handle: 1, label: huge }]),
      bad(1, "label", huge),
      `in event 1 “label” must be a text of at most 120 characters, and is "${"x".repeat(39)}…"`,
    ],
    [
      "with what does not fit far behind",
      file([...late, { at: late.length, kind: "waits", task: 1, on: 0, what: "", frames: [{}] }]),
      bad(traceLimits.events + 3, "frames", [{}]),
      "in event 5003 “frames” must be a list of at most 6 frames, and is […]",
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
    expect(explainFault(fault, "en")).toBe(`${words}. ${advice}`);
    expect(explainFault(fault, "zh-CN")).toMatch(/\p{Script=Han}/u);
  });
});

test("what is said of a fault holds no more of the file than a few words", () => {
  expect(explainFault(bad(1, "text", { deep: { deeper: huge } }), "en")).toBe(
    `in event 1 “text” must be a text of at most 120 characters, and is {…}. ${advice}`,
  );
  const large = { kind: "too large", bytes: 120_000_000, most: 50_000_000 } as const;
  expect(explainFault(large, "en")).toBe(`it has 120 MB, and a page reads 50 MB. ${advice}`);
});
