import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("3,000 random programs print the same when they are watched, and what waits is seen to go on in the order that V8 tells", async () => {
  const program = "tests/promise-trace/random-programs-process.ts";
  const { stdout } = await promisify(execFile)(process.execPath, [program, "1", "3000"], {
    maxBuffer: 100_000_000,
  });
  const { programs, reactions, found } = JSON.parse(stdout);
  expect(found).toEqual([]);
  expect(programs).toBe(3000);
  expect(reactions).toBeGreaterThan(100_000);
});
