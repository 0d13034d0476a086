import type { Page } from "@playwright/test";
import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";
import { builtPages } from "./shown-examples.ts";

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

for (const address of builtPages()) {
  test(`axe finds nothing on /${address} in either theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(address);
    await keepOneTokenOfEach(page);
    expect(await findViolations(page, "html")).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await findViolations(page, "html", ["color-contrast"])).toEqual([]);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in a pane that has been edited and run, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    await pane.replaceCode(
      'console.log("fine", { a: 1 }); console.warn("careful"); throw new Error("broken");',
    );
    await pane.run();
    expect(await findViolations(page, "[data-editor]")).toEqual([]);
  });
}

test("the page does not scroll sideways at phone width", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of builtPages()) {
    await page.goto(address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});
