import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { expect, Pane, test, versionLabel } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

const shown = shownExamples();

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
    for (const { path, versions, kind, output } of runnable) {
      const pane = new Pane(page, path);
      for (const name of versions) {
        await test.step(`${path}/${name}`, async () => {
          await pane.choose(versionLabel(name));
          await pane.run();
          await pane.hasPrintedOnStandardOutput(output);
          await pane.hasState("done");
        });
      }
      if (kind === "exercise") {
        await test.step(`${path} says whether an answer is right`, async () => {
          await expect(pane.status).toHaveText("Right: it prints what was asked for.");
          await pane.choose("Your code");
          await pane.run();
          await expect(pane.element).not.toHaveAttribute("data-verdict", "right");
        });
      }
    }
  });
}
