import { expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";
import { drawRecorded } from "../../src/examples/recorded-view.ts";
import { missingSigns } from "../../src/playground/event-loop-view/missing-signs.ts";

const missingIn = (path: string): string[] => [...missingSigns(drawRecorded(readExample(path), "en"))];

test("the legend tells of the signs that a picture has", () => {
  expect(missingIn("coroutines/say-after-tasks")).toEqual(["exception", "cancelled", "cancel", "request"]);
  expect(missingIn("cancellation/cancel-a-task")).not.toContain("cancel");
  expect(missingIn("cancellation/cancel-a-task")).not.toContain("cancelled");
});

test("a picture with nothing in it has none", () => {
  expect(missingSigns("").size).toBe(9);
});
