import { expect, test } from "vitest";
import { retryable } from "../../src/loading/retryable.ts";

test("loads once, however often it is asked", async () => {
  let loads = 0;
  const counted = retryable(async () => ++loads);
  expect(counted.begun).toBeUndefined();
  expect(await Promise.all([counted.load(), counted.load()])).toEqual([1, 1]);
  expect(await counted.load()).toBe(1);
  expect(await counted.begun).toBe(1);
});

test("tries again after a failure, and tells of each", async () => {
  let loads = 0;
  const flaky = retryable(async () => {
    if (++loads < 3) {
      throw new Error(`failure ${loads}`);
    }
    return loads;
  });
  await expect(flaky.load()).rejects.toThrow("failure 1");
  expect(flaky.begun).toBeUndefined();
  await expect(flaky.load()).rejects.toThrow("failure 2");
  expect(await flaky.load()).toBe(3);
});
