import type { Page } from "@playwright/test";
import { type Example, listExamples, readExample } from "../../src/examples/read-example.ts";
import { expect, Pane, test, versionLabel } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

const shown = shownExamples();
/** So many panes of a page run at once, since programs sleep most of the time. */
const atOnce = 4;

test("every example is shown on a page", () => {
  expect(listExamples().filter((path) => ![...shown.values()].flat().includes(path))).toEqual([]);
});

for (const [address, paths] of shown) {
  const runnable = paths.map((path) => readExample(path)).filter(({ runtime }) => runtime === "browser");
  if (runnable.length === 0) {
    continue;
  }
  test(`every example of /${address} prints its recorded output in its pane`, async ({ page }) => {
    test.setTimeout(240_000 + 30_000 * runnable.length);
    await page.goto(address);
    for (let first = 0; first < runnable.length; first += atOnce) {
      await printWhatWasRecorded(page, runnable.slice(first, first + atOnce));
    }
  });
}

/** Runs the first version of each example, then the second of each, and so on. */
async function printWhatWasRecorded(page: Page, examples: readonly Example[]): Promise<void> {
  const most = Math.max(...examples.map(({ versions }) => versions.length));
  for (let turn = 0; turn < most; turn++) {
    const having = examples.filter(({ versions }) => versions.length > turn);
    for (const { path, versions } of having) {
      const pane = new Pane(page, path);
      await pane.choose(versionLabel(versions[turn] ?? ""));
      await pane.press("Run");
    }
    for (const { path, versions, output } of having) {
      await test.step(`${path}/${versions[turn]}`, async () => {
        const pane = new Pane(page, path);
        await pane.hasState(/^(done|failed)$/);
        await pane.hasPrintedOnStandardOutput(output);
        await pane.hasState("done");
      });
    }
  }
  for (const { path } of examples.filter(({ kind }) => kind === "exercise")) {
    await test.step(`${path} says whether an answer is right`, () => saysWhetherRight(new Pane(page, path)));
  }
}

/** Of an exercise whose solution has just run. */
async function saysWhetherRight(pane: Pane): Promise<void> {
  await expect(pane.status).toHaveText("Right: it prints what was asked for.");
  await pane.choose("Exercise");
  await pane.run();
  await expect(pane.element).not.toHaveAttribute("data-verdict", "right");
}
