import type { Page } from "@playwright/test";
import { test as base, expect } from "./pane.ts";
import { SiteServer } from "./site-server.ts";

type Serve = (folder: string, path?: string) => Promise<SiteServer>;

/** Tests with servers of their own, that can be shut down. No page may reach another host than this machine. */
export const test = base.extend<{ serve: Serve }>({
  serviceWorkers: "allow",
  proxy: async ({ proxy }, use) => use(proxy && { ...proxy, bypass: "localhost" }),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  serve: async ({}, use) => {
    const servers: SiteServer[] = [];
    await use(async (folder, path) => {
      const server = await SiteServer.start(folder, path);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
});

/** Waits until the service worker has stored the site and serves this page. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

export { expect };
