import { expect, test } from "vitest";
import { InsertedText } from "../../src/promise-trace/insertions.ts";
import { toOriginalPositions } from "../../src/sandbox/source-map.ts";

const source = "abc def\nghijk";
const inserted = new InsertedText(source, [
  { at: 0, text: "<<" },
  { at: 4, text: "((" },
  { at: 4, text: "[[" },
  { at: 7, text: "))))))" },
  { at: 8, text: "{" },
]);
// Of the source itself: every position leads to itself.
const sourceMaps = new Map([["/plain.ts", inserted.remap([[[0, 0, 0, 0]], [[0, 0, 1, 0]]])]]);

/** The column, from 1, to which one of the text leads. */
function columnOf(line: number, column: number): number | undefined {
  const frames = [{ caller: "", path: "plain.ts", line, column }];
  const report = toOriginalPositions(
    { type: "failed", run: 1, error: { name: "Error", message: "", frames } },
    sourceMaps,
  );
  return report.type === "failed" ? report.error.frames[0]?.column : undefined;
}

test("every character of the source is found again in the text, and leads back to where it was", () => {
  expect(inserted.text).toBe("<<abc (([[def))))))\n{ghijk");
  for (const [index, line] of inserted.text.split("\n").entries()) {
    const written = source.split("\n")[index] as string;
    for (const letter of written) {
      expect(columnOf(index + 1, line.indexOf(letter) + 1), letter).toBe(written.indexOf(letter) + 1);
    }
  }
});

test("a place in what was inserted leads to what it stands before, however long it is", () => {
  for (let column = 7; column <= 10; column++) {
    expect(columnOf(1, column)).toBe(5);
  }
  for (let column = 14; column <= 19; column++) {
    expect(columnOf(1, column)).toBe(8);
  }
  expect(columnOf(2, 1)).toBe(1);
});
