import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";

async function openTasks(page: Page, address = "coroutines/") {
  await page.goto(address);
  const pane = new Pane(page, "coroutines/say-after-tasks");
  await pane.element.scrollIntoViewIfNeeded();
  await expect(pane.element.locator(".loop-drawing")).toBeVisible();
  const control = (name: string) => pane.element.locator(`[data-loop="${name}"]`);
  return { pane, control, moment: pane.element.locator(".loop-moment") };
}

for (const width of [390, 320]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 844 } });

    test("the picture that stands alone has a sign that there is more to it, which leaves once it is open", async ({
      page,
    }) => {
      const { pane } = await openTasks(page);
      const sheet = pane.element.locator(".loop-sheet");
      const sign = () => sheet.evaluate((element) => getComputedStyle(element, "::after").content);
      expect(await sign()).toContain("⤢");
      await sheet.click();
      await expect.poll(sign).toBe("none");
    });

    test("no word of any moment is cut at the side", async ({ page }) => {
      const { pane, control, moment } = await openTasks(page);
      await pane.element.locator(".loop-drawing").click();
      await pane.run();
      await expect(control("start")).not.toHaveAttribute("aria-disabled", "true");
      await control("start").click();
      await expect(control("forward")).not.toHaveAttribute("aria-disabled", "true");
      const cursor = () => pane.element.locator(".loop-picture").getAttribute("aria-valuenow");
      let steps = 0;
      while ((await control("forward").getAttribute("aria-disabled")) !== "true" && steps < 20) {
        const before = await cursor();
        await control("forward").click();
        await expect.poll(cursor).not.toBe(before);
        const cut = await moment.evaluate((element) =>
          Math.max(...[...element.querySelectorAll("p")].map((line) => line.scrollWidth - line.clientWidth)),
        );
        expect(cut, (await moment.textContent()) ?? "").toBeLessThanOrEqual(0);
        steps++;
      }
      expect(steps).toBeGreaterThan(5);
    });

    test("every printed line of a run of plain promises is in its picture", async ({ page }) => {
      const { pane } = await openTasks(page);
      await pane.element.locator(".loop-drawing").click();
      await pane.choose("async/await");
      await pane.run();
      const drawing = pane.element.locator("svg.loop-drawing");
      await expect(drawing).toContainText("world");
      await expect(drawing).not.toContainText(viewLabelsFor("en").more(1));
    });
  });
}

test("the button that says how much of Python there is to fetch stands in one row with the others on a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { pane } = await openTasks(page);
  await pane.choose("Python");
  await expect(pane.element.locator('[data-action="run"]')).toContainText("MB");
  const tops = await pane.element
    .locator(".pane-buttons")
    .locator("button:visible, summary:visible")
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().bottom)));
  expect(tops.length).toBeGreaterThan(3);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(20);
});

test("no word of a Chinese table is broken beside the code", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { pane, control } = await openTasks(page, "zh-cn/coroutines/");
  await pane.pressRun();
  await pane.hasState("done");
  await control("table").click();
  const broken = await pane.element.locator(".loop-table").evaluate(
    (table) =>
      [...table.querySelectorAll("th, td")].filter((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return /^[\u4e00-\u9fff]+$/.test(cell.textContent ?? "") && range.getClientRects().length > 1;
      }).length,
  );
  expect(broken).toBe(0);
  await expect(pane.element.locator(".loop-table th", { hasText: "状态" })).toBeVisible();
});
