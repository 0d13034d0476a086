import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`the editor has the colours of the page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    await pane.press("Edit");
    await expect(pane.editor).toBeFocused();
    const background = (selector: string) =>
      pane.element.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(".cm-editor")).toBe(await background(".pane-code"));
  });

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
