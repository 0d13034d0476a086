import type { Page, Response } from "@playwright/test";
import { compressed, kilobyte } from "./compressed.ts";
import { findPoorContrast, findViolations } from "./find-violations.ts";
import { test } from "./one-page.ts";
import { expect } from "./pane.ts";
import { builtPages } from "./shown-examples.ts";

// Each page is loaded once for all that holds for every page.
for (const address of builtPages()) {
  test(`/${address} is light, in order, still where motion is reduced, never too wide, and open to everybody`, async ({
    page,
  }) => {
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(address);
    await page.waitForLoadState("networkidle");

    await test.step("it weighs at most 12 kB of HTML, 34 kB of scripts and 20 kB of styles", () =>
      weighsLittle(responses));
    await test.step("its headings are in order", () => hasHeadingsInOrder(page));
    await test.step("nothing moves", async () => expect.soft(await moving(page)).toEqual([]));
    await test.step("it does not scroll sideways on a phone", () => fitsInto(page, 360, 740));
    // A window of 1280 by 800 at 200 % is one of 640 by 400 in CSS pixels.
    await test.step("at twice the size nothing is cut off, and nothing scrolls sideways", async () => {
      await fitsInto(page, 640, 400);
      expect.soft(await cutOff(page)).toEqual([]);
    });
    await test.step("axe finds nothing in either theme", async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await keepOneTokenOfEach(page);
      expect.soft(await findViolations(page, "html")).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      expect.soft(await findPoorContrast(page, "html")).toEqual([]);
    });
  });
}

/** What a page may weigh before the reader wishes for anything, compressed, in kB. */
const budgets = { document: 12, script: 34, stylesheet: 20 };

async function weighsLittle(responses: readonly Response[]): Promise<void> {
  for (const [kind, budget] of Object.entries(budgets)) {
    const bodies = responses.filter((response) => response.request().resourceType() === kind);
    const sizes = await Promise.all(bodies.map(weightOf));
    const weight = sizes.reduce((sum, size) => sum + size, 0) / kilobyte;
    expect.soft(weight, `a ${kind} was fetched`).toBeGreaterThan(0);
    expect.soft(weight, `kB of ${kind}`).toBeLessThanOrEqual(budget);
  }
}

/** What the files that many pages share weigh, by their addresses, which name what is in them. */
const shared = new Map<string, Promise<number>>();

function weightOf(response: Response): Promise<number> {
  const address = response.url();
  const weight = shared.get(address) ?? response.body().then(compressed);
  if (address.includes("/_astro/")) {
    shared.set(address, weight);
  }
  return weight;
}

async function hasHeadingsInOrder(page: Page): Promise<void> {
  const levels = await page
    .locator("main :is(h1, h2, h3, h4, h5, h6)")
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  expect.soft(levels[0]).toBe(1);
  expect.soft(levels.filter((level) => level === 1)).toHaveLength(1);
  const leaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect.soft(leaps, "no level is left out").toEqual([]);
}

/** What moves, or would if it changed. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body, body *")].flatMap((element) =>
      [null, "::before", "::after"].flatMap((part) => {
        const { animationName, transitionDuration, transitionProperty } = getComputedStyle(element, part);
        const isStill =
          animationName === "none" && (transitionDuration === "0s" || transitionProperty === "none");
        return isStill
          ? []
          : [`${element.tagName}.${element.className} ${animationName} ${transitionDuration}`];
      }),
    ),
  );
}

async function fitsInto(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `pixels that stand out at a width of ${width}`).toBeLessThanOrEqual(0);
}

function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main :is(h1, h2, h3, p, li, button, pre, td)")]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX === "visible")
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .filter((element) => element.closest("table, pre, [popover]") === null)
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`),
  );
}

/** Code has thousands of tokens in a handful of colours. Of each colour one stays; the others become plain text. */
async function keepOneTokenOfEach(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    for (const token of document.querySelectorAll("pre code *:not(:has(*))")) {
      const kind = `${token.tagName} ${token.className} ${token.getAttribute("style")} ${token.closest("live-pane, figure, pre")?.tagName}`;
      if (seen.has(kind)) {
        token.replaceWith(token.textContent);
      }
      seen.add(kind);
    }
  });
}
