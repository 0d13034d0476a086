import { expect, Pane, test } from "./pane.ts";

const path = "patterns/retry";
const phone = { width: 390, height: 844 };

test("on a phone long code shows its beginning, and all of it when the reader asks", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("patterns/");
  const pane = new Pane(page, path);
  await pane.element.scrollIntoViewIfNeeded();
  const file = pane.element.locator('[data-file="main.ts"]');
  const code = file.locator("pre");
  const button = file.getByRole("button", { name: /^Show all \d+ lines$/ });
  await expect(button).toBeVisible();
  const lines = (await code.textContent())?.split("\n").length;
  await expect(button).toHaveText(`Show all ${lines} lines`);
  const heights = () => file.evaluate((element) => [element.clientHeight, element.scrollHeight]);
  const [shown = 0, whole = 0] = await heights();
  expect(shown).toBeLessThan(whole);
  await button.click();
  expect(await heights()).toEqual([expect.any(Number), (await heights())[0]]);
  await expect(button).toBeHidden();
  await expect(file).toBeFocused();
  // It was no click into the code.
  await expect(pane.element).not.toHaveAttribute("data-editor");
});

test("what the browser scrolls to in folded code, as it does to a word that is looked for, unfolds it", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto("patterns/");
  const pane = new Pane(page, path);
  await pane.element.scrollIntoViewIfNeeded();
  const file = pane.element.locator('[data-file="main.ts"]');
  await expect(file.locator(".pane-unfold")).toBeVisible();
  await expect(file.locator("pre")).toBeAttached();
  await file
    .locator("pre")
    .getByText("retry", { exact: true })
    .last()
    .evaluate((name) => name.scrollIntoView());
  await expect(file.locator(".pane-unfold")).toBeHidden();
});

test("by keyboard the button is come to, and gives the focus to the code", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("patterns/");
  const pane = new Pane(page, path);
  await pane.element.scrollIntoViewIfNeeded();
  const file = pane.element.locator('[data-file="main.ts"]');
  await expect(file.locator("pre")).toBeAttached();
  await file.focus();
  await page.keyboard.press("Tab");
  await expect(file.locator(".pane-unfold")).toBeFocused();
  await expect(file.locator(".pane-unfold")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(file).toBeFocused();
  await expect(file.locator(".pane-unfold")).toBeHidden();
});

test("code beside its output is not folded, nor is any without scripts", async ({ page, browser }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("patterns/");
  await expect(page.locator(".pane-file[data-lines]").first()).toBeAttached();
  await expect(page.locator(".pane-unfold:visible")).toHaveCount(0);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const quiet = await context.newPage();
  await quiet.goto(new URL("patterns/", test.info().project.use.baseURL).href);
  const cut = await quiet
    .locator(".pane-file[data-lines]")
    .evaluateAll(
      (files) => files.filter(({ clientHeight, scrollHeight }) => clientHeight < scrollHeight).length,
    );
  expect(cut).toBe(0);
  await context.close();
});
