import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readExample } from "../../src/examples/read-example.ts";
import { runProgram } from "../examples/run-program.ts";
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
      for (const path of paths) {
        const { files, versions, output } = readExample(path);
        const folder = join(project, path);
        mkdirSync(folder, { recursive: true });
        // A pasted file needs those that it imports, which a reader copies from their tabs in the same way.
        for (const { name } of files.filter((file) => file.name.endsWith(".ts"))) {
          const pane = new Pane(page, path);
          await pane.choose(versionLabel(name, path));
          await pane.press("Copy");
          await expect(pane.status).toHaveText("Copied");
          writeFileSync(join(folder, name), await page.evaluate(() => navigator.clipboard.readText()));
        }
        for (const name of versions) {
          await test.step(`${path}/${name}`, async () => {
            expect(await runProgram(process.execPath, join(folder, name), dirname(folder))).toBe(output);
          });
        }
      }
    });
  }
});
