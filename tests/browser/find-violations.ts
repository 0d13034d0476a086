import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds in a part of the page, short enough to read in a failed test. */
export async function findViolations(page: Page, part: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // In its new mode axe opens a page of its own to put the frames' results together, which takes as long as all else.
    // Our only frame is the sandbox's: of another origin, and hidden.
    .setLegacyMode()
    // Only what is wrong is written out: thousands of code tokens pass, and to name each takes seconds.
    .options({ resultTypes: ["violations"] })
    .include(part);
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
