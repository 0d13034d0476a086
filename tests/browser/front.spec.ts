import type { Page } from "@playwright/test";
import { expect, test } from "./pane.ts";

const now = (page: Page) => page.locator(".instrument-now span");
const ways = { sequential: "One after another", concurrent: "At once", blocked: "One of them blocks" };

/** Without motion nothing plays by itself, so that the moment is the test's to choose. */
test.use({ contextOptions: { reducedMotion: "reduce" } });

test("the front page's program shows where each call is, forwards and backwards, in three ways", async ({
  page,
}) => {
  await page.goto("./");
  const time = page.getByRole("slider", { name: "Time" });
  await expect(now(page)).toHaveText(["runs line 2", "is not called yet", "is not called yet"]);
  await time.fill("10");
  await expect(now(page)).toHaveText(["waits in line 3", "waits in line 3", "waits in line 3"]);
  await expect(page.locator("[data-program=concurrent] code").nth(2).locator("[data-kind=wait]")).toHaveCount(
    3,
  );
  await expect(time).toHaveAttribute("aria-valuetext", /^1\.0 s, A waits in line 3, B/);
  await page.getByRole("radio", { name: ways.blocked }).check();
  await expect(page.getByText('id === "B" ? compute()')).toBeVisible();
  await time.fill("24");
  await expect(now(page)).toHaveText([
    "could go on, but the thread is taken",
    "keeps the thread in line 3",
    "is not called yet",
  ]);
  await time.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(now(page).first()).toHaveText("waits in line 3");
});

test("what B takes is drawn at once, in all ways", async ({ page }) => {
  await page.goto("./");
  const totals = page.locator(".schedule > b");
  await expect(totals).toHaveText(["7.8 s", "3.2 s", "5.5 s"]);
  await page.getByRole("slider", { name: "B takes" }).fill("40");
  await expect(totals).toHaveText(["9.8 s", "4.9 s", "7.5 s"]);
});

test("it plays to its end and stops there, and can be played again", async ({ page }) => {
  await page.clock.install();
  await page.goto("./");
  await page.getByRole("button", { name: "Play" }).click();
  await page.clock.runFor(10_000);
  await expect(now(page)).toHaveText(["is done", "is done", "is done"]);
  // From now on no time goes by but what is asked for.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole("button", { name: "Play" }).click();
  await page.clock.runFor(100);
  await expect(now(page).first()).toHaveText("runs line 2");
});

test("what B takes may change while it plays", async ({ page }) => {
  await page.clock.install();
  await page.goto("./");
  await page.getByRole("button", { name: "Play" }).click();
  await page.clock.runFor(1_000);
  await page.getByRole("slider", { name: "B takes" }).fill("40");
  await page.clock.runFor(3_000);
  await expect(now(page).nth(1)).toHaveText("waits in line 3");
  await page.clock.runFor(3_000);
  await expect(now(page)).toHaveText(["is done", "is done", "is done"]);
});

test.describe("on a narrow page", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the sections are a menu, which a link closes", async ({ page }) => {
    await page.goto("event-loop/");
    const menu = page.getByRole("navigation", { name: "On this page" });
    await expect(menu.getByRole("link")).toHaveCount(0);
    await menu.getByRole("button", { name: "On this page" }).click();
    await menu.getByRole("link", { name: "One iteration" }).click();
    await expect(menu.getByRole("link")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "One iteration" })).toBeInViewport();
    await expect(menu.locator("p")).toHaveText("One iteration");
  });
});

test("beside a wide page the section that is read is marked", async ({ page }) => {
  await page.setViewportSize({ width: 1700, height: 900 });
  await page.goto("event-loop/#one-iteration");
  const menu = page.getByRole("navigation", { name: "On this page" });
  await expect(menu.locator("[aria-current]")).toHaveText("One iteration");
  await expect(menu.getByRole("button")).toBeHidden();
  // Code that is fetched on the way pushes the rest: then a reader presses again.
  for (const [key, section] of [
    ["Control+End", "Exercises"],
    ["Control+Home", "Overview"],
  ] as const) {
    await expect(async () => {
      await page.keyboard.press(key);
      await expect(menu.locator("[aria-current]")).toHaveText(section, { timeout: 2_000 });
    }).toPass();
  }
});

test("a menu that is open when the window grows becomes the list beside the page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("event-loop/");
  const menu = page.getByRole("navigation", { name: "On this page" });
  await menu.getByRole("button").click();
  await expect(page.locator("#contents:popover-open")).toBeVisible();
  await page.setViewportSize({ width: 1700, height: 900 });
  await expect(page.locator("#contents:popover-open")).toHaveCount(0);
  await expect(menu.getByRole("link", { name: "One iteration" })).toBeVisible();
});

test("a footer leads to the licence and to how to cite", async ({ page }) => {
  await page.goto("event-loop/");
  const footer = page.locator(".colophon");
  await expect(footer.getByRole("link", { name: "MIT licence" })).toHaveAttribute("href", /licences\/$/);
  await footer.getByRole("link", { name: "how to cite" }).click();
  await expect(page.getByRole("heading", { name: "How to cite" })).toBeInViewport();
});
