import { expect, test } from "./pane.ts";

test("a term shows its definition while the pointer is on it, and moves nothing", async ({ page }) => {
  await page.goto("coroutines/");
  const term = page.locator("glossary-term", { hasText: /^task/ });
  const definition = term.getByRole("tooltip", { includeHidden: true });
  // Not that of the page, whose code may be on its way.
  const paragraph = page.locator("p", { has: term });
  const { width, height } = (await paragraph.boundingBox()) ?? {};
  await expect(definition).toBeHidden();
  await term.getByRole("link").hover();
  await expect(definition).toBeVisible();
  await expect(definition).toContainText("in the hands of the event loop");
  await definition.hover();
  await expect(definition).toBeVisible();
  expect(await paragraph.boundingBox()).toMatchObject({ width, height });
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(definition).toBeHidden();
});

test("a term shows its definition while it has the focus, until Escape", async ({ page }) => {
  await page.goto("coroutines/");
  const term = page.locator("glossary-term", { hasText: /^future/ });
  const link = term.getByRole("link");
  const definition = term.getByRole("tooltip", { includeHidden: true });
  await link.focus();
  await expect(definition).toBeVisible();
  await expect(link).toHaveAccessibleDescription(/result of work that may not have happened yet/);
  await page.keyboard.press("Escape");
  await expect(definition).toBeHidden();
  await expect(link).toBeFocused();
});

test("on a narrow screen a definition stays within it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("event-loop/");
  const definitions = page.locator("glossary-term").getByRole("tooltip", { includeHidden: true });
  for (const [index, link] of (await page.locator("glossary-term a").all()).entries()) {
    await link.focus();
    const box = await definitions.nth(index).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Number.NaN)).toBeLessThanOrEqual(360);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(640);
  }
});

test("a Chinese page defines its terms in Chinese, and leads to their entry", async ({ page }) => {
  await page.goto("zh-cn/futures/");
  const term = page.locator("glossary-term").first();
  await term.getByRole("link").focus();
  await expect(term.getByRole("tooltip")).toContainText("只能设置一次");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/zh-cn\/glossary\/#future$/);
  await expect(page.locator("dt#future")).toBeInViewport();
});

test("in print only the word is left", async ({ page }) => {
  await page.goto("futures/");
  const term = page.locator("glossary-term").first();
  await term.getByRole("link").focus();
  await page.emulateMedia({ media: "print" });
  await expect(term.getByRole("tooltip", { includeHidden: true })).toBeHidden();
  await expect(term.getByText("future", { exact: true })).toHaveCSS("text-decoration-line", "none");
});

test("a term whose definition could not be fetched asks for it again when the reader comes back", async ({
  page,
}) => {
  let answers = 0;
  await page.route("**/glossary/definitions.json", (route) =>
    answers++ === 0 ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  );
  await page.goto("coroutines/");
  await expect.poll(() => answers).toBe(1);
  const term = page.locator("glossary-term", { hasText: /^future/ });
  await term.getByRole("link").hover();
  await expect(term.getByRole("tooltip")).toBeVisible();
  expect(answers).toBe(2);
});
