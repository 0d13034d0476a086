import { beforeAll, expect, test } from "vitest";
import { exceptions } from "./exceptions.ts";
import { type Finding, followWalk } from "./follow.ts";

/** Two processes, since every machine has two cores. */
const parts = 2;

let findings: readonly Finding[] = [];
let calls = 0;

beforeAll(async () => {
  const walks = await Promise.all(Array.from({ length: parts }, (_, part) => followWalk(part, parts)));
  findings = walks.flatMap((walk) => walk.findings);
  calls = walks.reduce((sum, walk) => sum + walk.calls, 0);
}, 1_200_000);

const isExcused = ({ call }: Finding): boolean => exceptions.some((exception) => exception.calls.test(call));

test("no wrong call hangs, ends the process, leaves a rejection or spoils the loop of the next program", () => {
  expect(findings.filter(({ harm }) => harm.length > 0)).toEqual([]);
});

test("no wrong call is answered in the words of the engine", () => {
  expect(findings.filter((finding) => finding.strange.length > 0 && !isExcused(finding))).toEqual([]);
});

test.each(exceptions)("there is still a call for which it counts that $why", (exception) => {
  expect(findings.some(({ call }) => exception.calls.test(call))).toBe(true);
});

test("these are sixty thousand calls", () => {
  expect(calls).toBeGreaterThanOrEqual(60_000);
});
