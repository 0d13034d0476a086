import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPython } from "./find-python.ts";

const house = join(import.meta.dirname, "../..");
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
  for (const part of parts) {
    cpSync(join(house, part), join(copy, part), {
      recursive: true,
      filter: (file) => !/node_modules|[/\\]dist$/.test(file),
    });
  }
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

function build(): { failed: boolean; message: string } {
  const words = ["--env-file=astro.env", join(house, "node_modules/astro/bin/astro.mjs"), "build"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: "utf8" });
  return { failed: status !== 0, message: stdout + stderr };
}

/** Each fails the build of a whole copy of the project, with the file, the line and what to do. */
describe("the build fails", () => {
  it("on an example that a page names and nobody wrote", () => {
    const page = join(copy, "content/coroutines.mdx");
    const line = readFileSync(page, "utf8").split("\n").length;
    appendFileSync(page, '<Example path="coroutines/say-befor" />\n');
    const { failed, message } = build();
    expect(failed).toBe(true);
    expect(message).toContain(
      `content/coroutines.mdx:${line}: examples/coroutines/say-befor: there is no such example`,
    );
    expect(message).toContain("Write one of: ");
  });

  it("on an example without recorded output", () => {
    rmSync(join(copy, "examples/coroutines/say-after/output.txt"));
    const { failed, message } = build();
    expect(failed).toBe(true);
    expect(message).toContain("examples/coroutines/say-after/output.txt: is missing. Run `npm run record`");
  });

  it("on a syntax error in TypeScript", () => {
    writeFileSync(join(copy, "examples/coroutines/say-after/plain.ts"), "const fine = 1;\n\nconst = 2;\n");
    const { failed, message } = build();
    expect(failed).toBe(true);
    expect(message).toMatch(/examples\/coroutines\/say-after\/plain\.ts:3:7: .*Correct the file/);
  });

  it.skipIf(findPython() === undefined)("on a syntax error in Python", () => {
    writeFileSync(join(copy, "examples/coroutines/say-after/main.py"), "fine = 1\n\ndef = 2\n");
    const { failed, message } = build();
    expect(failed).toBe(true);
    expect(message).toMatch(/examples\/coroutines\/say-after\/main\.py:3:\d+: .*Correct the file/);
  });
});
