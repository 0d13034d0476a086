import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";
import { OutputCache } from "./output-cache.ts";
import { type Program, programsOf } from "./programs.ts";

const [program] = programsOf(readExample("coroutines/say-after"), undefined) as [Program];
let kind: string;
let runs: number;

beforeEach(() => {
  kind = `test-${randomUUID()}`;
  runs = 0;
});

afterEach(() => {
  rmSync(join(process.cwd(), ".astro/kept", kind), { recursive: true, force: true });
});

const run = async () => `run ${++runs}`;

test("keeps what a program printed, from one run of the tests to the next", async () => {
  expect(await new OutputCache(kind).printed(program, "virtual", run)).toBe("run 1");
  expect(await new OutputCache(kind).printed(program, "virtual", run)).toBe("run 1");
});

const { example } = program;
const [first, ...others] = example.files;
const changed = { name: first?.name ?? "", code: `${first?.code}// changed` };

test.each<[string, Program, "host" | "virtual"]>([
  ["a file", { ...program, example: { ...example, files: [changed, ...others] } }, "virtual"],
  ["the interpreter", { ...program, commandVersion: "v0.0.1" }, "virtual"],
  ["the clock", program, "host"],
])("runs a program again when %s has changed", async (_, now, time) => {
  const cache = new OutputCache(kind);
  await cache.printed(program, "virtual", run);
  expect(await cache.printed(now, time, run)).toBe("run 2");
  expect(await cache.printed(now, time, run)).toBe("run 2");
});

test("keeps what each runtime printed beside the others", async () => {
  const cache = new OutputCache(kind);
  const other = { ...program, command: "deno", commandVersion: "2" };
  expect(await cache.printed(program, "host", run)).toBe("run 1");
  expect(await cache.printed(other, "host", run)).toBe("run 2");
  expect(await cache.printed(program, "host", run)).toBe("run 1");
});

test("keeps nothing of a program that failed", async () => {
  const cache = new OutputCache(kind);
  const fail = () => Promise.reject(new Error("it failed"));
  await expect(cache.printed(program, "virtual", fail)).rejects.toThrow("it failed");
  expect(await cache.printed(program, "virtual", run)).toBe("run 1");
});
