import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pageDigest } from "../../src/translation/page-digest.ts";
import { isOlder, readTranslatedPage, translatedPages } from "../../src/translation/translated-page.ts";

const house = join(import.meta.dirname, "../..");

test("no Chinese page is older than the English one; `npm run translated` marks those that have been brought up to date", () => {
  const pages = translatedPages(house);
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter(isOlder).map(({ file }) => file)).toEqual([]);
});

test("a digest tells words apart, and not where lines break", () => {
  expect(pageDigest("One two.\nThree.\n")).toBe(pageDigest("One two. Three."));
  expect(pageDigest("One two.")).not.toBe(pageDigest("One too."));
});

let root: string;

beforeEach(() => {
  mkdirSync(join(house, "test-results"), { recursive: true });
  root = mkdtempSync(join(house, "test-results/translation-"));
  cpSync(join(house, "content"), join(root, "content"), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const changed = (slug: string): void => {
  const file = join(root, `content/${slug}.mdx`);
  writeFileSync(file, `${readFileSync(file, "utf8")}\nOne sentence more.\n`);
};

const older = (): string[] =>
  translatedPages(root)
    .filter(isOlder)
    .map(({ slug }) => slug);

function markTranslated(...slugs: readonly string[]): { status: number | null; said: string } {
  const command = [join(house, "src/translation/mark-translated.ts"), ...slugs];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("a change to an English page makes its Chinese one older, until that is marked", () => {
  changed("tasks");
  changed("futures");
  expect(older()).toEqual(["futures", "tasks"]);
  const before = readFileSync(join(root, "content/zh-cn/tasks.mdx"), "utf8");
  expect(markTranslated("tasks").said).toContain("content/zh-cn/tasks.mdx");
  expect(older()).toEqual(["futures"]);
  markTranslated();
  expect(older()).toEqual([]);
  const after = readFileSync(join(root, "content/zh-cn/tasks.mdx"), "utf8");
  const madeFrom = readTranslatedPage("tasks", root)?.madeFrom ?? "";
  expect(after).toBe(before.replace(/^madeFrom: .*$/m, `madeFrom: "${madeFrom}"`));
});

test("a page without a digest counts as older, and gets one in its front matter", () => {
  const file = join(root, "content/zh-cn/tasks.mdx");
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, whole.replace(/^madeFrom: .*\n/m, ""));
  expect(older()).toEqual(["tasks"]);
  markTranslated();
  expect(readFileSync(file, "utf8")).toBe(whole);
});

test("a name that is no page is refused, with the names that are", () => {
  const { status, said } = markTranslated("nowhere");
  expect(status).toBe(1);
  expect(said).toContain("found nowhere. Name some of:");
  expect(said).toContain("event-loop");
});
