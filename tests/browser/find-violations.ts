import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { markLooks } from "./mark-looks.ts";

/**
 * Looks of text in whose contrast axe has found nothing, on whichever page: it would find nothing again. A page has some
 * seventy, of which the next one brings few that are new.
 */
const soundLooks = new Set<string>();

/**
 * What axe finds in a part of the page, short enough to read in a failed test. Contrast is looked at once for each look
 * that text has, since axe takes as long for it as for all other rules together.
 */
export async function findViolations(page: Page, part: string): Promise<string[]> {
  await markUnderlined(page);
  const others = await run(page, part, { rules: { "color-contrast": { enabled: false } } });
  return [...others, ...(await findPoorContrast(page, part))];
}

/** The same, of nothing but the contrast of text, which is another in each theme. */
export async function findPoorContrast(page: Page, part: string): Promise<string[]> {
  const looks = await markLooks(page, part, [...soundLooks]);
  if (looks.length === 0) {
    return [];
  }
  const found = await run(page, "[data-look]", { runOnly: ["color-contrast"] });
  if (found.length === 0) {
    for (const look of looks) {
      soundLooks.add(look);
    }
  }
  return found;
}

/**
 * Marks the links that are underlined in a text that is not. Axe has nothing against them, whatever their colours, but
 * compares these first, for longer than all other rules take.
 */
async function markUnderlined(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isUnderlined = (element: Element) => getComputedStyle(element).textDecorationLine === "underline";
    const isInline = (element: Element) => getComputedStyle(element).display === "inline";
    for (const link of document.querySelectorAll("a[href]")) {
      let block = link.parentElement;
      while (block !== null && isInline(block)) {
        block = block.parentElement;
      }
      link.toggleAttribute("data-underlined", isUnderlined(link) && block !== null && !isUnderlined(block));
    }
  });
}

interface WithAxe {
  readonly axe: typeof axe;
}

async function run(page: Page, context: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe.source);
    await page.evaluate(() =>
      (window as unknown as WithAxe).axe.configure({
        rules: [{ id: "link-in-text-block", selector: ":is(a[href], [role=link]):not([data-underlined])" }],
      }),
    );
  }
  return page.evaluate(
    async ([context, options]) => {
      const { axe } = window as unknown as WithAxe;
      // Our only frame is the sandbox's: of another origin, and hidden.
      const { violations } = await axe.run(context, {
        ...options,
        iframes: false,
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      );
    },
    [context, options] as const,
  );
}
