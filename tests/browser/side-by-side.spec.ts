import type { Page } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";
import { shownExamples } from "./shown-examples.ts";

/** The pictures of two panes are higher than a small window. */
const small = { width: 1280, height: 800 };
const windows = [small, { width: 1440, height: 900 }, { width: 1920, height: 1080 }];

for (const language of ["", "zh-cn/"]) {
  test(`Run and the first line of the output are seen at once in all lessons of /${language}`, async ({
    page,
  }) => {
    let panes = 0;
    for (const lesson of shownExamples().keys()) {
      await page.goto(language + lesson);
      for (const size of windows) {
        await page.setViewportSize(size);
        const found = await distances(page);
        panes += found.length;
        const apart = found.filter(
          ({ isBeside, room }) => !isBeside || (size !== small && room > size.height),
        );
        expect.soft(apart, `${lesson} ${size.width}`).toEqual([]);
      }
    }
    expect(panes).toBeGreaterThan(450);
  });
}

/** How far the first line of the output, or of what is expected, reaches below the bar with Run once that is stuck. */
async function distances(page: Page) {
  return page.locator("[data-has-toc] .pane").evaluateAll((panes) =>
    panes.map((pane) => {
      const boxOf = (selector: string) =>
        (pane.querySelector(selector) as HTMLElement).getBoundingClientRect();
      const stuckBelow = Number.parseFloat(
        getComputedStyle(pane.querySelector(".pane-bar") as HTMLElement).top,
      );
      // What the bar of the output and one line take.
      const oneLine = 60;
      return {
        pane: (pane as HTMLElement).dataset.example,
        room: boxOf(".pane-output").top + oneLine - boxOf(".pane-bar").top + stuckBelow,
        isBeside: boxOf(".pane-output").left >= boxOf(".pane-code").right,
      };
    }),
  );
}

test("long code takes Run and its output along", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto("patterns/");
  const pane = new Pane(page, "patterns/circuit-breaker");
  await pane.element.locator(".pane-code").evaluate((code) => code.scrollIntoView({ block: "end" }));
  await expect(pane.element.locator("form")).not.toBeInViewport();
  await expect(pane.element.getByRole("button", { name: "Run", exact: true })).toBeInViewport();
  await expect(pane.element.locator(".pane-expected")).toBeInViewport();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 500 }, hasTouch: true });

  test("the last line is in sight while the output is not, and leads to it", async ({ page }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    const strip = pane.element.locator(".pane-dock");
    await pane.press("Run");
    await expect(strip).toHaveText(/took 3.0 s/);
    await expect(strip).toBeInViewport();
    await expect(pane.log).not.toBeInViewport();
    await strip.click();
    await expect(pane.log).toBeInViewport();
    await expect(strip).toBeHidden();
  });
});
