import { expect, test } from "vitest";
import { OutputLines } from "../../src/sandbox/python/output-lines.ts";

function linesOf(...parts: readonly (string | Uint8Array)[]): string[] {
  const told: string[] = [];
  const lines = new OutputLines(10, (line) => told.push(line));
  for (const part of parts) {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    expect(lines.write(bytes)).toBe(bytes.length);
  }
  lines.end();
  return told;
}

test("a line is told when it ends, however it comes", () => {
  expect(linesOf("a\nb", "c\n", "\nd")).toEqual(["a", "bc", "", "d"]);
});

test("a character that comes in two parts is one", () => {
  const [first, second] = [new Uint8Array([0xe4, 0xb8]), new Uint8Array([0xad, 0x0a])];
  expect(linesOf(first, second)).toEqual(["中"]);
});

test("what never ends is told in bounded parts", () => {
  expect(linesOf("x".repeat(25))).toEqual(["x".repeat(10)]);
  expect(linesOf("x".repeat(8), "x".repeat(8), "y")).toEqual(["x".repeat(10), "y"]);
});
