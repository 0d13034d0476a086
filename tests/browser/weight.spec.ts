import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";

/** Counts what the page fetches from now on, compressed as a host would send it, by kind, in bytes. */
function weigh(page: Page): Map<string, Promise<number>> {
  const weights = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const url = response.url();
    if (/^https?:/.test(url) && !weights.has(url) && response.ok()) {
      weights.set(
        url,
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
    }
  });
  return weights;
}

async function total(weights: Map<string, Promise<number>>, part = ""): Promise<number> {
  const wanted = [...weights].filter(([url]) => url.includes(part));
  return (await Promise.all(wanted.map(([, bytes]) => bytes))).reduce((sum, bytes) => sum + bytes, 0);
}

const kilobyte = 1_000;

test("a wish to run costs at most 90 kB, and one to edit at most 330 kB in all, the sandbox at most 80 kB of it", async ({
  page,
}) => {
  await page.goto("coroutines/");
  await page.waitForLoadState("networkidle");
  const weights = weigh(page);
  const pane = new Pane(page, "coroutines/bare-yield");
  await pane.run();
  await pane.hasState("done");
  // What is fetched a little later is to be counted as well.
  await page.waitForTimeout(1_000);
  const [run, sandbox] = [await total(weights), await total(weights, "sandbox")];
  await pane.press("Edit");
  await expect(pane.editor).toBeFocused();
  await page.waitForTimeout(1_000);
  const all = await total(weights);
  const [runText, sandboxText, allText] = [run, sandbox, all].map((bytes) => (bytes / kilobyte).toFixed(1));
  console.log(`to run: ${runText} kB, of which the sandbox ${sandboxText} kB; and to edit: ${allText} kB`);
  expect(sandbox).toBeGreaterThan(10 * kilobyte);
  expect(sandbox).toBeLessThanOrEqual(80 * kilobyte);
  expect(run).toBeLessThanOrEqual(90 * kilobyte);
  expect(all).toBeGreaterThan(run + 50 * kilobyte);
  expect(all).toBeLessThanOrEqual(330 * kilobyte);
});

test("a page's own scripts weigh at most 38 kB before that", async ({ page }) => {
  const weights = weigh(page);
  await page.goto("coroutines/");
  await page.waitForLoadState("networkidle");
  const scripts = await total(weights, ".js");
  console.log(`scripts before any wish: ${(scripts / kilobyte).toFixed(1)} kB`);
  expect(scripts).toBeGreaterThan(kilobyte);
  expect(scripts).toBeLessThanOrEqual(38 * kilobyte);
});
