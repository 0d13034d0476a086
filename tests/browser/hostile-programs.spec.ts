import { hostilePrograms } from "./hostile-programs.ts";
import { expect, Pane, test } from "./pane.ts";

/** So many programs share a page, one after the other: what one leaves behind would meet the next. */
const perPage = 9;
const batches = Array.from({ length: Math.ceil(hostilePrograms.length / perPage) }, (_, index) =>
  hostilePrograms.slice(index * perPage, (index + 1) * perPage),
);

test("there are at least 100 hostile programs, each by a name of its own", () => {
  expect(new Set(hostilePrograms.map(({ name }) => name)).size).toBeGreaterThanOrEqual(100);
});

for (const [index, batch] of batches.entries()) {
  test(`hostile programs ${index + 1} of ${batches.length} end as they must, and the next one runs`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    for (const { name, code, ends } of batch) {
      await test.step(name, async () => {
        await pane.replaceCode(code);
        await pane.press("Run");
        if (ends === "stopped") {
          await expect(pane.element.getByRole("button", { name: "Stop" })).toBeEnabled();
          // Whether it blocks at once or goes on for ever, it has the time to do harm, and the page paints meanwhile.
          await page.evaluate(paint, 20);
          await pane.press("Stop");
        }
        await pane.hasState(ends);
        expect(await pane.log.textContent(), name).not.toContain("reached");
        expect(await page.evaluate(() => document.title), name).not.toBe("");
        await pane.replaceCode('console.log("the next one");');
        await pane.run();
        await pane.hasPrinted("the next one\n");
      });
    }
  });
}

/** Paints so many frames. */
async function paint(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
  }
}
