import type { Locator, Page } from "@playwright/test";
import { roomBeside } from "./names-of-lanes.ts";
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

test("what gets the focus is not under the bar, nor is the cursor of the editor", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  const bar = pane.element.locator(".pane-bar");
  const isCovered = (element: Locator) =>
    element.evaluate((node) => {
      const { top } = node.getBoundingClientRect();
      const bar = node.closest(".pane")?.querySelector(".pane-bar");
      return !bar?.contains(node) && top < (bar?.getBoundingClientRect().bottom ?? 0);
    });
  const focused = page.locator(":focus");

  await pane.element.locator(".loop-bar button").last().focus();
  for (
    let stops = 0;
    await pane.element.evaluate((element) => element.contains(document.activeElement));
    stops++
  ) {
    expect(stops).toBeLessThan(40);
    expect.soft(await isCovered(focused), await focused.evaluate((node) => node.outerHTML)).toBe(false);
    await page.keyboard.press("Shift+Tab");
  }

  await pane.press("Edit");
  await expect(pane.editor).toBeFocused();
  await page.keyboard.press("Control+End");
  for (let line = 0; line < 30; line++) {
    await page.keyboard.press("ArrowUp");
  }
  const cursor = pane.element.locator(".cm-line").first();
  await expect.poll(() => isCovered(cursor)).toBe(false);
  await expect(bar).toBeInViewport();
});

test("lanes are named in whole, in the recorded picture and in that of a run", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  const names = pane.element.locator(".loop-drawing > svg:not(.plot) text");
  await pane.element.scrollIntoViewIfNeeded();
  await expect(names.filter({ hasText: /^(hello|world)$/ })).toHaveCount(2);
  await expect.poll(() => roomBeside(names)).toBeGreaterThanOrEqual(0);
  await pane.run();
  await expect(names.filter({ hasText: /^(hello|world)$/ })).toHaveCount(2);
  await expect.poll(() => roomBeside(names)).toBeGreaterThanOrEqual(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 500 }, hasTouch: true });

  test("the last line is in sight while the output is not, and leads to it", async ({ page }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    const strip = pane.element.locator(".pane-dock");
    await pane.press("Run");
    await expect(strip).toHaveText(/^Done · .* · took 3.0 s$/);
    await expect(strip).toBeInViewport();
    await expect(pane.log).not.toBeInViewport();
    await strip.click();
    await expect(pane.log).toBeInViewport();
    await expect(pane.log).toBeFocused();
    await expect(strip).toBeHidden();
  });

  test("it stays until the last line is in sight, and tells the verdict of an exercise", async ({ page }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/exercise-1-all-at-once");
    const strip = pane.element.locator(".pane-dock");
    await pane.run();
    await pane.element.locator(".pane-expected").scrollIntoViewIfNeeded();
    await expect(strip).toHaveText(/^Not yet: .* · telegram arrives$/);
    await expect(strip).toBeInViewport();
  });
});
