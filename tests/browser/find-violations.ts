import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/**
 * What axe finds in a part of the page, short enough to read in a failed test. Contrast is looked at once for each look
 * that text has, since axe takes as long for it as for all other rules together.
 */
export async function findViolations(page: Page, part: string): Promise<string[]> {
  const others = await run(page, part, { rules: { "color-contrast": { enabled: false } } });
  return [...others, ...(await findPoorContrast(page, part))];
}

/** The same, of nothing but the contrast of text, which is another in each theme. */
export async function findPoorContrast(page: Page, part: string): Promise<string[]> {
  await markLooks(page, part);
  return run(page, "[data-look]", { runOnly: ["color-contrast"] });
}

async function run(page: Page, context: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe.source);
  }
  return page.evaluate(
    async ([context, options]) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
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

/** Marks one element of each look with a text of its own: of a colour and a size, on the grounds that stand behind it. */
async function markLooks(page: Page, part: string): Promise<void> {
  await page.evaluate((part) => {
    const behind = new Map<Element | null, string>([[null, ""]]);
    const groundsOf = (element: Element | null): string => {
      const known = behind.get(element);
      if (known !== undefined || element === null) {
        return known ?? "";
      }
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const grounds = [groundsOf(element.parentElement), backgroundColor, backgroundImage, opacity].join();
      behind.set(element, grounds);
      return grounds;
    };
    const hasText = ({ childNodes }: Element): boolean =>
      [...childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && /\S/.test(textContent ?? ""),
      );

    for (const marked of document.querySelectorAll("[data-look]")) {
      marked.removeAttribute("data-look");
    }
    const seen = new Set<string>();
    for (const element of document.querySelectorAll(`:is(${part}) *, :is(${part})`)) {
      if (!hasText(element) || !element.checkVisibility()) {
        continue;
      }
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      const look = [
        element.tagName,
        element.className,
        color,
        fontSize,
        fontWeight,
        textShadow,
        groundsOf(element),
      ].join();
      element.toggleAttribute("data-look", !seen.has(look));
      seen.add(look);
    }
  }, part);
}
