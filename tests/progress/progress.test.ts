import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { movedHeadings } from "../../src/progress/former-lessons.ts";
import {
  mergeProgress,
  nothingDone,
  type Progress,
  parseProgress,
  writtenProgress,
} from "../../src/progress/progress.ts";
import { whereToGoOn } from "../../src/progress/where-to-go-on.ts";

const place = { lesson: "tasks", language: "en", heading: "try-it" } as const;

describe("progress that anyone may have written", () => {
  test("is read as it was kept", () => {
    const kept: Progress = { read: ["tasks"], solved: ["tasks/exercise-1-at-once"], place };
    expect(parseProgress(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(parseProgress(JSON.parse(JSON.stringify(nothingDone)))).toEqual(nothingDone);
  });

  test("names each thing once, and forgets what it does not know", () => {
    const value = { read: ["tasks", "tasks"], solved: [], place: { ...place, more: 1 }, more: {} };
    expect(parseProgress(value)).toEqual({ read: ["tasks"], solved: [], place });
  });

  test("counts a lesson that was divided as all that it became, and once", () => {
    const value = { read: ["common-calls", "together"], solved: ["common-calls/exercise-3-patience"] };
    const at = { ...place, lesson: "common-calls" };
    expect(parseProgress({ ...value, place: at })).toEqual({
      ...value,
      read: ["together", "time-limits"],
      place: { ...place, lesson: "together" },
    });
    // No name is found that stands in no list.
    expect(parseProgress({ ...nothingDone, read: ["constructor"] }).read).toEqual(["constructor"]);
  });

  test("counts a part that a lesson gave away for those who had read the lesson before that", () => {
    const read = ["synchronisation"];
    expect(parseProgress({ ...nothingDone, read }).read).toEqual(["synchronisation", "queues"]);
    const since = parseProgress(JSON.parse(JSON.stringify(writtenProgress({ ...nothingDone, read }))));
    expect(since.read).toEqual(read);
  });

  test("has its place where the heading went, in either language", () => {
    const placeAt = (heading: string, language = "en") =>
      parseProgress({ ...nothingDone, place: { lesson: "common-calls", language, heading } }).place;
    expect(placeAt("shield")).toEqual({ lesson: "time-limits", language: "en", heading: "shield" });
    expect(placeAt("gather")?.lesson).toBe("together");
    expect(placeAt("")?.lesson).toBe("together");
    for (const [address, lesson] of movedHeadings) {
      const heading = address.slice(address.indexOf("#") + 1);
      for (const language of ["en", "zh-cn"]) {
        expect(placeAt(heading, language)?.lesson).toBe(lesson);
        const folder = language === "en" ? "content" : `content/${language}`;
        const text = readFileSync(`${folder}/${lesson}.mdx`, "utf8").toLowerCase();
        expect(text).toContain(`\n## ${heading}\n`);
      }
    }
  });

  test.each([
    [null, "an object as “progress”, found null"],
    [[], "an object as “progress”, found []"],
    ["tasks", 'an object as “progress”, found "tasks"'],
    [{}, "a list of at most 1000 names as “read”, found nothing"],
    [{ read: "tasks", solved: [] }, 'names as “read”, found "tasks"'],
    [{ read: Array(1_001).fill("tasks"), solved: [] }, "a list of at most 1000 names"],
    [{ read: [1], solved: [] }, "in “read”, found 1"],
    [{ read: ["<b>"], solved: [] }, 'in “read”, found "<b>"'],
    [{ read: ["a".repeat(81)], solved: [] }, 'in “read”, found "aaa'],
    [{ read: [], solved: ["tasks"] }, 'in “solved”, found "tasks"'],
    [{ read: [], solved: ["../x/y"] }, 'in “solved”, found "../x/y"'],
    [{ read: [], solved: [], place: 1 }, "an object as “place”, found 1"],
    [
      { read: [], solved: [], place: { ...place, lesson: "//evil.example" } },
      "a lesson, a language and a heading",
    ],
    [{ read: [], solved: [], place: { ...place, language: "de" } }, "a lesson, a language and a heading"],
    [
      { read: [], solved: [], place: { ...place, heading: "x".repeat(201) } },
      "a lesson, a language and a heading",
    ],
  ])("is refused: %j", (value, message) => {
    expect(() => parseProgress(value)).toThrow(message);
  });
});

test("of two browsers all counts that was done in either, and the place is the one of here", () => {
  const here: Progress = { read: ["tasks"], solved: ["a/b"], place };
  const there: Progress = {
    read: ["coroutines", "tasks"],
    solved: ["a/c"],
    place: { ...place, lesson: "coroutines" },
  };
  expect(mergeProgress(here, there)).toEqual({
    read: ["tasks", "coroutines"],
    solved: ["a/b", "a/c"],
    place,
  });
  expect(mergeProgress(nothingDone, there).place?.lesson).toBe("coroutines");
});

describe("who was here before goes on", () => {
  const lessons = ["coroutines", "tasks", "futures"];
  const goOn = (progress: Partial<Progress>) => whereToGoOn({ ...nothingDone, ...progress }, lessons, "en");

  test("not at all before the first lesson, nor after the last", () => {
    expect(goOn({})).toBeUndefined();
    expect(goOn({ read: lessons, place })).toBeUndefined();
  });

  test("in the lesson that was left, at its heading if that is in the same language", () => {
    expect(goOn({ place })).toEqual({ lesson: "tasks", heading: "try-it" });
    expect(whereToGoOn({ ...nothingDone, place }, lessons, "zh-cn")).toEqual({
      lesson: "tasks",
      heading: "",
    });
  });

  test("with the next lesson that was not read, then with what was left out", () => {
    expect(goOn({ read: ["tasks"], place })).toEqual({ lesson: "futures", heading: "" });
    expect(goOn({ read: ["tasks", "futures"], place })).toEqual({ lesson: "coroutines", heading: "" });
    expect(goOn({ read: ["coroutines"] })).toEqual({ lesson: "tasks", heading: "" });
  });

  test("with the first one, if the lesson where it was is no longer there", () => {
    expect(goOn({ place: { ...place, lesson: "gone" } })).toEqual({ lesson: "coroutines", heading: "" });
  });
});
