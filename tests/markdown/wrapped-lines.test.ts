import { expect, test } from "vitest";
import { wrappedLines } from "../../src/code/wrapped-lines.ts";

test.each([
  ["a line that fits takes one", "one two", 1],
  ["spaces at the end of a line take no room", "one two three", 2],
  ["a word that does not fit goes below, and the next one beside it", "one twothree four", 3],
  ["a word longer than a line is broken, and begins below its indent", "  seventeen_letters", 3],
  ["an empty line is a line, but for those at the end", "one\n\ntwo\n\n", 3],
  ["Chinese characters are wide", "// 先等待再打印", 2],
])("%s", (_, code, lines) => {
  expect(wrappedLines(code, 10)).toBe(lines);
});
