import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newExample, newHostExample } from "../../scaffold/new-example.ts";
import { readExample } from "../../src/examples/read-example.ts";
import { isOlder, translatedPages } from "../../src/translation/translated-page.ts";
import { findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const house = join(import.meta.dirname, "../..");
let root: string;

beforeEach(() => {
  // Below the project, so that programs find the library.
  mkdirSync(join(house, "test-results"), { recursive: true });
  root = mkdtempSync(join(house, "test-results/new-"));
  mkdirSync(join(root, "content/zh-cn"), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function scaffold(...words: readonly string[]): { code: number | null; said: string } {
  const command = [join(house, "scaffold/new.ts"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

test("writes an example whose versions all print the same, and which is whole once it is recorded", async () => {
  newExample("tasks/brand-new", root);
  const folder = join(root, "examples/tasks/brand-new");
  const printed = await runProgram(process.execPath, join(folder, "main.ts"), root);
  expect(printed).toBe("before the wait\nafter the wait\n");
  expect(await runProgram(process.execPath, join(folder, "plain.ts"), root)).toBe(printed);
  const python = findPython();
  if (python !== undefined) {
    expect(await runProgram(python.command, join(folder, "main.py"), root)).toBe(printed);
  }
  expect(() => readExample("tasks/brand-new", join(root, "examples"))).toThrow("npm run record");
  writeFileSync(join(folder, "output.txt"), printed);
  expect(readExample("tasks/brand-new", join(root, "examples")).title.en).toBe("Brand new");
});

test("writes an example that the host judges, with neither library nor Python", async () => {
  newHostExample("tasks/brand-new", root);
  const folder = join(root, "examples/tasks/brand-new");
  const printed = await runProgram(process.execPath, join(folder, "plain.ts"), root);
  writeFileSync(join(folder, "output.txt"), printed);
  const { files, versions, judge } = readExample("tasks/brand-new", join(root, "examples"));
  expect({ files: files.map(({ name }) => name), versions, judge, printed }).toEqual({
    files: ["plain.ts"],
    versions: ["plain.ts"],
    judge: "host",
    printed: "before the wait\nafter the wait\n",
  });
});

test("writes a page, and its translation from it", () => {
  expect(scaffold("page", "brand-new")).toMatchObject({
    code: 0,
    said: expect.stringContaining("content/brand-new.mdx"),
  });
  expect(scaffold("translation", "brand-new").code).toBe(0);
  const page = readFileSync(join(root, "content/brand-new.mdx"), "utf8");
  expect(page).toContain("title: Brand new");
  const translation = readFileSync(join(root, "content/zh-cn/brand-new.mdx"), "utf8");
  expect(translation.replace(/^madeFrom: "[0-9a-f]{12}"\n/m, "")).toBe(page);
  expect(translatedPages(root).filter(isOlder)).toEqual([]);
});

test.each([
  [["example"], "found nothing. For instance: npm run new:example -- coroutines/say-after"],
  [["example", "SayAfter"], 'Expected <section>/<slug> in small letters and hyphens, found "SayAfter"'],
  [["page", "../up"], 'Expected the name of a page in small letters and hyphens, found "../up"'],
  [["translation", "nowhere"], "found no content/nowhere.mdx"],
])("says of %j what was expected", (words, message) => {
  const { code, said } = scaffold(...words);
  expect(code).toBe(1);
  expect(said).toContain(message);
  expect(said).not.toContain("    at ");
});

test("overwrites nothing", () => {
  scaffold("page", "brand-new");
  writeFileSync(join(root, "content/brand-new.mdx"), "mine");
  expect(scaffold("page", "brand-new").said).toContain("content/brand-new.mdx exists already");
  expect(readFileSync(join(root, "content/brand-new.mdx"), "utf8")).toBe("mine");
});
