import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { programsOf, timeOf } from "../examples/programs.ts";
import { runProgram, type Time } from "../examples/run-program.ts";
import { expect, Pane, test, versionLabel } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

const library = join(import.meta.dirname, "../../src/async-primitives");

/** An empty project in which a stranger has installed the packed library. */
function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-"));
  npm(library, "pack", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "reader", private: true, type: "module" }),
  );
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);
  return folder;
}

function npm(folder: string, ...words: readonly string[]): void {
  execFileSync("npm", words, { cwd: folder, stdio: "pipe", shell: process.platform === "win32" });
}

/** A program that a reader has pasted into a file, and what it must print. */
interface CopiedProgram {
  readonly file: string;
  readonly output: string;
  /** Who waits for timers alone does not make the tests wait. */
  readonly time: Time;
}

/** Copies each file of an example from its tab into a folder of its own, and gives its programs. */
async function copyExample(page: Page, path: string, project: string): Promise<CopiedProgram[]> {
  const example = readExample(path);
  const folder = join(project, path);
  mkdirSync(folder, { recursive: true });
  const pane = new Pane(page, path);
  // A pasted file needs those that it imports, which a reader copies from their tabs in the same way.
  for (const { name } of example.files.filter((file) => file.name.endsWith(".ts"))) {
    await pane.choose(versionLabel(name, path));
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await pane.press("Copy");
    writeFileSync(join(folder, name), await copied(page));
  }
  return programsOf(example, undefined)
    .filter(({ role }) => role === "version")
    .map((program) => ({
      file: join(folder, program.file),
      output: example.output,
      time: timeOf(program),
    }));
}

/** What comes onto the empty clipboard. */
async function copied(page: Page): Promise<string> {
  let text = "";
  const read = async () => (text = await page.evaluate(() => navigator.clipboard.readText()));
  await expect.poll(read, { intervals: [10, 20, 40] }).not.toBe("");
  return text;
}

test.describe("what Copy puts on the clipboard runs in an empty project that has the library", () => {
  let project = "";

  test.beforeAll(() => {
    project = makeProject();
  });

  test.afterAll(() => {
    rmSync(project, { recursive: true });
  });

  for (const [address, paths] of shownExamples()) {
    test(`from /${address}`, async ({ page, context }) => {
      test.setTimeout(240_000 + 30_000 * paths.length);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto(address);
      const programs: CopiedProgram[] = [];
      for (const path of paths) {
        programs.push(...(await copyExample(page, path, project)));
      }
      // One by one: what sleeps for a tenth of a second must not stand in line for a processor meanwhile.
      for (const { file, output, time } of programs) {
        await test.step(file, async () => {
          const printed = await runProgram(process.execPath, file, dirname(file), time);
          expect.soft(printed, file).toBe(output);
        });
      }
    });
  }
});
