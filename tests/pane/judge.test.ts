import { expect, test } from "vitest";
import { judge } from "../../src/playground/pane/judge.ts";

test.each([
  { what: "nothing, when all was printed as expected", printed: "one\ntwo\n", wrong: undefined },
  { what: "the line that differs", printed: "one\n2\n", wrong: 2 },
  { what: "the first of several", printed: "1\n2\n", wrong: 1 },
  { what: "a line that is missing", printed: "one\n", wrong: 2 },
  { what: "a line too many", printed: "one\ntwo\nthree\n", wrong: 3 },
  { what: "that nothing was printed", printed: "", wrong: 1 },
])("names $what", ({ printed, wrong }) => {
  expect(judge("one\ntwo\n", printed)).toBe(wrong);
});
