import { hostilePython } from "./hostile-python.ts";
import { expect, Pane, test } from "./pane.ts";

/** So many programs share a page, one after the other: what one leaves behind would meet the next. */
const perPage = 12;
const batches = Array.from({ length: Math.ceil(hostilePython.length / perPage) }, (_, index) =>
  hostilePython.slice(index * perPage, (index + 1) * perPage),
);

test("there are at least 40 hostile programs in Python, each by a name of its own", () => {
  expect(new Set(hostilePython.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});

for (const [index, batch] of batches.entries()) {
  test(`hostile Python ${index + 1} of ${batches.length} ends as it must, and the next one runs`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    await pane.choose("Python");
    for (const { name, code, ends } of batch) {
      await test.step(name, async () => {
        await pane.replaceCode(code);
        await pane.pressRun();
        if (ends === "stopped") {
          await expect(pane.element.locator(".pane-loading")).toHaveCount(0);
          await pane.press("Stop");
        }
        await pane.hasState(ends);
        expect(await pane.log.textContent(), name).not.toContain("reached");
        expect(await page.evaluate(() => document.title), name).not.toBe("1");
        await pane.replaceCode('print("the next one")');
        await pane.pressRun();
        await pane.hasState("done");
        await pane.hasPrinted("the next one\n");
      });
    }
  });
}
