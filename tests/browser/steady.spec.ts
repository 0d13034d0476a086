import type { Page } from "@playwright/test";
import { expect, test } from "./pane.ts";

/** The height of a line of code, in pixels: a line may break where a reckoning of its characters does not see it. */
const line = 22.4;

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  for (const address of ["processes/", "zh-cn/streams/"]) {
    test(`code that comes late moves nothing on ${address} at ${viewport.width} pixels`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const release = await holdCode(page);
      await page.goto(address);
      const heights = () =>
        page
          .locator("live-pane .pane-code")
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
      const before = await heights();
      release();
      for (const pane of await page.locator("live-pane").all()) {
        await pane.scrollIntoViewIfNeeded();
        await expect(pane.locator(".pane-file pre").first()).toBeVisible();
      }
      const moved = (await heights()).map((height, index) => Math.abs(height - (before[index] ?? 0)));
      expect(moved.length).toBeGreaterThan(5);
      expect(Math.max(...moved)).toBeLessThanOrEqual(line * 1.5);
    });
  }
}

test("the list of lessons stays where it is when the script says what was read", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const top = () => page.locator("reader-progress ol").evaluate((list) => list.getBoundingClientRect().top);
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await begun;
    await route.continue();
  });
  await page.goto("progress/", { waitUntil: "commit" });
  await expect(page.locator("reader-progress ol > li").last()).toBeAttached();
  const before = await top();
  begin();
  await expect(page.locator("reader-progress ol input").first()).toBeEnabled();
  expect(await top()).toBe(before);
});

/** Code is not answered for until the answer is called. */
async function holdCode(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/code/**", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
