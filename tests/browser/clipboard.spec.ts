import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExample } from "../../src/components/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { runProgram } from "../examples/run-program.ts";
import { expect, Pane, test } from "./pane.ts";
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
  test.describe.configure({ mode: "serial" });
  let project = "";

  test.beforeAll(() => {
    project = makeProject();
  });

  test.afterAll(() => {
    rmSync(project, { recursive: true });
  });

  for (const { page: address, example: path } of shownExamples()) {
    const example = readExample(path);
    for (const name of example.versions) {
      test(`${path}/${name} from /${address}`, async ({ page, context }) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await page.goto(address);
        const pane = new Pane(page, path);
        await pane.choose(labelsFor("en").versions[name] ?? name);
        await pane.press("Copy");
        await expect(pane.status).toHaveText("Copied");
        writeFileSync(join(project, "pasted.ts"), await page.evaluate(() => navigator.clipboard.readText()));
        expect(await runProgram(process.execPath, "pasted.ts", project)).toBe(example.output);
      });
    }
  }
});
