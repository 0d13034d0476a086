import { expect, type Locator, type Page } from "@playwright/test";

/**
 * Asks the site's search, and gives the links to what it finds. All results stand there as soon as their number is told,
 * and are filled one by one.
 */
export async function search(page: Page, words: string): Promise<Locator> {
  await page.locator("site-search > button").click();
  await page.locator("dialog input").fill(words);
  const results = page.locator("dialog .pagefind-ui__result");
  await expect(results.first()).toBeVisible();
  await expect(results.filter({ hasNot: page.locator("a[href]") })).toHaveCount(0);
  return page.locator("dialog a[href]");
}
