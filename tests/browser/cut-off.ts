import { test as base, expect, type Page } from "@playwright/test";
import { SiteServer } from "./site-server.ts";

type Serve = (folder: string, path?: string) => Promise<SiteServer>;

/** Tests with servers of their own, that can be shut down. No page may reach another host than this machine. */
export const test = base.extend<{ serve: Serve }>({
  serviceWorkers: "allow",
  serve: async ({ context }, use) => {
    const servers: SiteServer[] = [];
    const strangers: string[] = [];
    await context.route(
      (url) => /^https?:$/.test(url.protocol) && url.hostname !== "localhost",
      async (route) => {
        strangers.push(route.request().url());
        await route.abort();
      },
    );
    await use(async (folder, path) => {
      const server = await SiteServer.start(folder, path);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
    expect(strangers, "requests to other hosts").toEqual([]);
  },
});

/** Waits until the service worker has stored the site and serves this page. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

export { expect };
