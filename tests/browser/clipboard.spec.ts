import type { Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { expect, Pane, test, versionLabel } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

// These texts run in an empty project that has the packed library: see tests/examples/copy-examples.ts.
for (const [address, paths] of shownExamples()) {
  test(`Copy puts every file of the examples of /${address} on the clipboard as it is`, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000 + 30_000 * paths.length);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(address);
    for (const path of paths) {
      await copiesEachFile(page, path);
    }
  });
}

/** A pasted file needs those that it imports, which a reader copies from their tabs in the same way. */
async function copiesEachFile(page: Page, path: string): Promise<void> {
  const pane = new Pane(page, path);
  for (const { name, code } of readExample(path).files.filter((file) => file.name.endsWith(".ts"))) {
    await pane.choose(versionLabel(name, path));
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await pane.press("Copy");
    expect.soft(await copied(page), `${path}/${name}`).toBe(code);
  }
}

/** What comes onto the empty clipboard. */
async function copied(page: Page): Promise<string> {
  let text = "";
  const read = async () => (text = await page.evaluate(() => navigator.clipboard.readText()));
  await expect.poll(read, { intervals: [10, 20, 40] }).not.toBe("");
  return text;
}
