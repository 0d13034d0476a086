import type { Locator, Page } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

async function present(page: Page, pane: Pane): Promise<void> {
  await pane.element.locator(".pane-more > summary").click();
  await pane.element.locator('.pane-menu [data-action="present"]').click();
  // The button comes with the keys; the attribute is there from the press on.
  await expect(pane.element.getByRole("button", { name: "Leave", exact: true })).toBeVisible();
  expect(await pane.element.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
}

function refuseFullscreen(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("fullscreen is not allowed"));
  });
}

function said(pane: Pane): Locator {
  return pane.element.locator('[data-loop-part="said"]');
}

/** The number of the event at the cursor of the picture. */
async function moment(pane: Pane): Promise<number> {
  return Number(await pane.element.getByRole("slider").getAttribute("aria-valuenow"));
}

/** How many events the cursor of the picture is before the last one, of which more may be on their way. */
async function behind(pane: Pane): Promise<number> {
  const slider = pane.element.getByRole("slider");
  return await slider.evaluate(
    ({ ariaValueMax, ariaValueNow }) => Number(ariaValueMax) - Number(ariaValueNow),
  );
}

test("a pane fills the screen, its keys step on and back, and Leave gives back the page as it was", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.element.scrollIntoViewIfNeeded();
  const [before, scrolled] = [await pane.element.boundingBox(), await page.evaluate(() => scrollY)];
  await present(page, pane);
  expect(await page.evaluate(() => document.fullscreenElement?.tagName)).toBe("LIVE-PANE");
  await page.keyboard.press("ArrowRight");
  await expect(said(pane)).toContainText("Paused at");
  const first = await moment(pane);
  // As a remote control does it.
  await page.keyboard.press("PageDown");
  await expect.poll(() => moment(pane)).toBeGreaterThan(first);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => behind(pane)).toBeGreaterThan(0);
  const back = await moment(pane);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => moment(pane)).toBeGreaterThan(back);
  await pane.element.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(pane.element).not.toHaveAttribute("data-presenting");
  await expect(pane.element.locator(".pane-more > summary")).toBeFocused();
  await expect(page.locator("[inert]")).toHaveCount(0);
  await pane.press("Stop");
  // With the view in it the pane is taller, but stands where it stood.
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
  expect((await pane.element.boundingBox())?.y).toBe(before?.y);
});

test("where a page may not take the screen, a pane fills the window until Escape", async ({ page }) => {
  await refuseFullscreen(page);
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await present(page, pane);
  await expect(pane.message).toContainText("Escape leaves");
  // Out of the menu it leads first.
  await pane.element.locator(".pane-more > summary").press("Enter");
  await page.keyboard.press("Escape");
  await expect(pane.element.locator(".pane-more")).not.toHaveAttribute("open");
  await expect(pane.element).toHaveAttribute("data-presenting");
  await page.keyboard.press("Escape");
  await expect(pane.element).not.toHaveAttribute("data-presenting");
  await expect(pane.element).not.toHaveAttribute("popover");
  await expect(pane.element.locator(".pane-more > summary")).toBeFocused();
  await expect(pane.element).toBeVisible();
});

test("nobody comes by keyboard to what a presentation in the window covers", async ({ page }) => {
  await refuseFullscreen(page);
  await page.goto("coroutines/");
  await present(page, new Pane(page, path));
  const reached = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>("a[href], button, input, [tabindex]")].filter((other) => {
        other.focus();
        return other.closest("[data-presenting]") === null && document.activeElement === other;
      }).length,
  );
  expect(reached).toBe(0);
});

/** Whether a presentation takes a key that steps, as pressed where the focus is. */
function takesArrow(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const key = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true });
    return !(document.activeElement ?? document).dispatchEvent(key);
  });
}

test("what has arrow keys of its own keeps them: the choice of a version, of a speed, and the editor", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await present(page, pane);
  expect(await takesArrow(page)).toBe(true);
  await expect(pane.element.locator(".loop-bar select")).toBeVisible();
  for (const own of ["input:checked", ".loop-bar select"]) {
    await pane.element.locator(own).focus();
    expect(await takesArrow(page)).toBe(false);
  }
  await pane.press("Stop");
  await pane.edit();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageDown");
  await expect(pane.element).toHaveAttribute("data-state", "stopped");
});

test("promises, which cannot be paused, run at the first key, and are walked through from their beginning", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("async/await");
  await present(page, pane);
  await page.keyboard.press("ArrowRight");
  await pane.hasState("done");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => moment(pane)).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => moment(pane)).toBeGreaterThan(0);
  const last = Number(await pane.element.getByRole("slider").getAttribute("aria-valuemax"));
  for (let at = await moment(pane); at < last; at = await moment(pane)) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => moment(pane)).toBeGreaterThan(at);
  }
  // One press too many is no new run.
  await page.keyboard.press("ArrowRight");
  expect(await moment(pane)).toBe(last);
  await expect(pane.element).toHaveAttribute("data-state", "done");
});

test("in a picture that is shown larger, the reader points at what is there", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await present(page, pane);
  await pane.element.getByRole("button", { name: "Event loop", exact: true }).click();
  await pane.run();
  // The second sleep, near its end: drawn at three quarters of where it is shown.
  const waits = pane.element.locator(".loop-drawing .waits");
  const box = await waits.nth(1).boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * 0.9, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(waits.nth(1)).toHaveClass(/lit/);
});

test("a puzzle is not solved by a key that steps", async ({ page }) => {
  await page.goto("tasks/");
  const pane = new Pane(page, "tasks/first-step");
  await pane.element.scrollIntoViewIfNeeded();
  await present(page, pane);
  await expect(pane.element.locator("order-puzzle")).toBeVisible();
  expect(await takesArrow(page)).toBe(false);
  await pane.run();
  await pane.element.focus();
  expect(await takesArrow(page)).toBe(true);
});

test("long code scrolls by itself to the line that runs, and leaves the rest where it is", async ({
  page,
}) => {
  await page.goto("patterns/");
  const pane = new Pane(page, "patterns/retry");
  await pane.element.scrollIntoViewIfNeeded();
  await expect(pane.element.locator('[data-file="main.ts"] pre')).toBeAttached();
  await present(page, pane);
  const code = pane.element.locator(".pane-code");
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(code.locator(".loop-waiting-line").first()).toBeAttached({ timeout: 500 });
  }).toPass();
  await expect(code.locator(".loop-waiting-line").first()).toBeInViewport();
  expect(await pane.element.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test("who presses twice, while what this needs is loaded, presents once", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/present*.css", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  const asked = page.waitForRequest("**/present*.css");
  for (let press = 0; press < 2; press++) {
    await pane.element.locator(".pane-more > summary").click();
    await pane.element.locator('.pane-menu [data-action="present"]').click();
    await asked;
  }
  release();
  await expect(pane.element.getByRole("button", { name: "Leave", exact: true })).toHaveCount(1);
  await pane.element.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(pane.element).not.toHaveAttribute("data-presenting");
  await expect(page.locator("[inert]")).toHaveCount(0);
});
