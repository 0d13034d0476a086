import type { Page } from "@playwright/test";
import { test as base } from "./pane.ts";

/**
 * As in other tests, but one page goes to all addresses that a worker looks at: a page of its own would start a process for
 * each, and compile axe anew in it. What a page fetches it fetches again, and it finds no storage: every visit is a first one.
 */
export const test = base.extend<object, { onePage: Page }>({
  onePage: [
    async ({ browser, strangers }, use, { project }) => {
      const { baseURL = "" } = project.use;
      const proxy = { server: strangers.address, bypass: new URL(baseURL).host };
      const context = await browser.newContext({ baseURL, proxy, serviceWorkers: "block" });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
      // What the page before has written as it was left is gone as well.
      await page.addInitScript(() => {
        if (window === top) {
          localStorage.clear();
          sessionStorage.clear();
        }
      });
      await use(page);
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ onePage }, use) => {
    await use(onePage);
    onePage.removeAllListeners("response");
  },
});
