import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mdxToJs } from "satteri";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examplesFolder } from "../../src/examples/read-example.ts";
import { checkExamples } from "../../src/integrations/checked-examples.ts";
import { exampleReferences } from "../../src/markdown/example-references.ts";
import { findPython } from "./find-python.ts";

const house = join(import.meta.dirname, "../..");
/** What a build reads, but for the folders that it writes. */
const parts = [
  "CHANGELOG.md",
  "astro.config.mjs",
  "astro.env",
  "content",
  "examples",
  "package.json",
  "public",
  "src",
  "tsconfig.base.json",
  "tsconfig.json",
];

let copy: string;

beforeEach(() => {
  // Below the project, so that the copy finds the same installed packages.
  mkdirSync(join(house, "test-results"), { recursive: true });
  copy = mkdtempSync(join(house, "test-results/site-"));
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

/** Each message names the file, the line and what to do. */
describe("what a build refuses", () => {
  const example = "coroutines/say-after";

  beforeEach(() => {
    cpSync(join(examplesFolder(), example), join(copy, example), { recursive: true });
  });

  const check = () => checkExamples(copy, () => {});

  test("is no example that is whole", () => {
    expect(check).not.toThrow();
  });

  test("is an example without recorded output", () => {
    rmSync(join(copy, example, "output.txt"));
    expect(check).toThrow(`examples/${example}/output.txt: is missing. Run \`npm run record\``);
  });

  test("is a syntax error in TypeScript", () => {
    writeFileSync(join(copy, example, "plain.ts"), "const fine = 1;\n\nconst = 2;\n");
    expect(check).toThrow(/examples\/coroutines\/say-after\/plain\.ts:3:7: .*Correct the file/);
  });

  test.skipIf(findPython() === undefined)("is a syntax error in Python", () => {
    writeFileSync(join(copy, example, "main.py"), "fine = 1\n\ndef = 2\n");
    expect(check).toThrow(/examples\/coroutines\/say-after\/main\.py:3:\d+: .*Correct the file/);
  });

  test("is a comment's translation that does not fit the comment, or has none", () => {
    const translate = (comments: Record<string, string>) =>
      writeFileSync(join(copy, example, "comments.zh-cn.json"), JSON.stringify(comments));
    const measured = "Measured here and now, so it goes to the error output.";
    translate({ [measured]: "一行\n两行" });
    expect(check).toThrow(/say-after\/comments\.zh-cn\.json: .*must have as many lines as in main\.ts/);
    translate({ "Nobody says this.": "没有" });
    expect(check).toThrow(
      `${example}/comments.zh-cn.json: no comment of the example says "Nobody says this."`,
    );
    translate({ [measured]: "" });
    expect(check).toThrow(`"${measured}" must have a text, found ""`);
  });

  test("is a Python original in an example that the host judges, and a judge that nobody knows", () => {
    const file = join(copy, example, "example.json");
    const metadata = JSON.parse(readFileSync(file, "utf8"));
    const judgedBy = (judge: string) => writeFileSync(file, JSON.stringify({ ...metadata, judge }));
    judgedBy("host");
    expect(check).toThrow(`examples/${example}/main.py: is not used.`);
    judgedBy("everybody");
    expect(check).toThrow(`"judge" must be one of cpython, host; found "everybody"`);
  });

  test("is an example without a Python original that CPython is to judge", () => {
    rmSync(join(copy, example, "main.py"));
    expect(check).toThrow(`examples/${example}/main.py: is missing.`);
  });

  test("is told of all examples at once", () => {
    rmSync(join(copy, example, "output.txt"));
    cpSync(join(examplesFolder(), "tasks/first-step"), join(copy, "tasks/first-step"), { recursive: true });
    writeFileSync(join(copy, "tasks/first-step/main.ts"), "const = 2;\n");
    expect(check).toThrow(`examples/${example}/output.txt: is missing.`);
    expect(check).toThrow("examples/tasks/first-step/main.ts:1:7: ");
  });

  test("is a page that names an example which nobody wrote", () => {
    const page = 'Some text.\n\n<Example path="coroutines/say-befor" />\n';
    const location = "content/coroutines.mdx:3";
    const compile = () => compilePage(page);
    expect(compile).toThrow(`${location}: examples/coroutines/say-befor: there is no such example`);
    expect(compile).toThrow("Write one of: ");
  });

  test("is a page that names no example at all", () => {
    const location = "content/coroutines.mdx:1";
    expect(() => compilePage("<Example />\n")).toThrow(`${location}: <Example> needs a path, as in `);
  });
});

function compilePage(source: string): unknown {
  const fileURL = pathToFileURL(join(house, "content/coroutines.mdx"));
  return mdxToJs(source, { fileURL, mdastPlugins: [exampleReferences] });
}

test("a build of the whole site fails with such a message", () => {
  for (const part of parts) {
    cpSync(join(house, part), join(copy, part), {
      recursive: true,
      filter: (file) => !/node_modules|[/\\]dist$/.test(file),
    });
  }
  rmSync(join(copy, "examples/coroutines/say-after/output.txt"));
  const words = ["--env-file=astro.env", join(house, "node_modules/astro/bin/astro.mjs"), "build"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stdout + stderr).toContain("examples/coroutines/say-after/output.txt: is missing.");
});
