import { expect, Pane, test } from "./pane.ts";
import { programs } from "./program-ends.ts";

/** So many programs share a page, one after the other. */
const perPage = 14;
const batches = Array.from({ length: Math.ceil(programs.length / perPage) }, (_, index) =>
  programs.slice(index * perPage, (index + 1) * perPage),
);

for (const [index, batch] of batches.entries()) {
  test(`programs end as in Node, ${index + 1} of ${batches.length}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    for (const { name, code, ends, prints } of batch) {
      await test.step(name, async () => {
        await pane.replaceCode(code);
        await pane.press("Run");
        if (ends === "goes on") {
          await pane.hasState("running");
          // Time enough to be taken for one that has ended.
          await page
            .workers()
            .at(-1)
            ?.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
          await pane.hasState("running");
          await pane.press("Stop");
          return;
        }
        await pane.hasState(ends);
        if (prints !== undefined) {
          const lines = pane.log.locator(".pane-line:not(.pane-line-error)");
          expect((await lines.allTextContents()).join(""), name).toBe(prints);
        }
        await expect(pane.log.locator(".pane-line-error"), name).toHaveCount(ends === "failed" ? 1 : 0);
      });
    }
  });
}
