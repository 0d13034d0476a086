import { expect, test } from "vitest";
import { widthOf } from "../../src/playground/event-loop-view/markup.ts";
import { wrapText } from "../../src/playground/event-loop-view/wrap-text.ts";

const width = widthOf("a".repeat(20));

test("a text that fits is one line", () => {
  expect(wrapText("main ends", width)).toEqual(["main ends"]);
  expect(wrapText("", width)).toEqual([""]);
});

test("a longer one is broken between words, and a word never", () => {
  expect(wrapText("main ends, the other one has failed: true", width)).toEqual([
    "main ends, the other",
    "one has failed: true",
  ]);
  expect(wrapText(`to ${"a".repeat(30)} and on`, width)).toEqual(["to", "a".repeat(30), "and on"]);
});

test("lines that the program has broken stay so, with what they are set in", () => {
  expect(wrapText("* Task 'soup'\n  + waits for a Future", width)).toEqual([
    "* Task 'soup'",
    "  + waits for a",
    "Future",
  ]);
});
