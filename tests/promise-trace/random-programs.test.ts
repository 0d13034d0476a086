import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

async function runPrograms(first: number, count: number, ...mode: readonly string[]) {
  const program = "tests/promise-trace/random-programs-process.ts";
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, String(first), String(count), ...mode],
    { maxBuffer: 100_000_000 },
  );
  return JSON.parse(stdout);
}

test("3,000 random programs print the same when they are watched, and what waits is seen to go on in the order that V8 tells", async () => {
  const { programs, reactions, found } = await runPrograms(1, 3000, "wide");
  expect(found).toEqual([]);
  expect(programs).toBe(3000);
  expect(reactions).toBeGreaterThan(100_000);
});

test("2,000 more do so when the values of their variables are recorded at each wait", async () => {
  const { programs, values, found } = await runPrograms(10_001, 2000, "values", "wide");
  expect(found).toEqual([]);
  expect(programs).toBe(2000);
  expect(values).toBeGreaterThan(20_000);
});
