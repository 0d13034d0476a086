import type { Page } from "@playwright/test";
import { compressed, kilobyte } from "./compressed.ts";
import { expect, Pane, test } from "./pane.ts";

/** Counts what the page fetches from now on, compressed as a host would send it, by kind, in bytes. */
function weigh(page: Page): Map<string, Promise<number>> {
  const weights = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const url = response.url();
    if (/^https?:/.test(url) && !weights.has(url) && response.ok()) {
      weights.set(url, response.body().then(compressed));
    }
  });
  return weights;
}

async function total(weights: Map<string, Promise<number>>, part = ""): Promise<number> {
  const wanted = [...weights].filter(([url]) => url.includes(part));
  return (await Promise.all(wanted.map(([, bytes]) => bytes))).reduce((sum, bytes) => sum + bytes, 0);
}

/** Until all that was asked for is here, and the page, which has nothing else to do, asks for nothing more. */
async function untilQuiet(page: Page, weights: Map<string, Promise<number>>): Promise<void> {
  let before: number;
  do {
    before = weights.size;
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await total(weights);
  } while (weights.size > before);
}

test("a first wish to run costs at most 83 kB, the sandbox at most 66 kB of it", async ({ page }) => {
  const { pane, weights } = await openQuietly(page);
  await pane.run();
  await pane.hasState("done");
  await untilQuiet(page, weights);
  const [run, sandbox] = [await total(weights), await total(weights, "sandbox")];
  console.log(`to run: ${inKilobytes(run)}, of which the sandbox ${inKilobytes(sandbox)}`);
  expect(sandbox).toBeGreaterThan(10 * kilobyte);
  expect(sandbox).toBeLessThanOrEqual(66 * kilobyte);
  expect(run).toBeLessThanOrEqual(83 * kilobyte);
});

test("a program that needs the whole library fetches 35 kB more, once", async ({ page }) => {
  await page.goto("async-iteration/");
  await page.waitForLoadState("networkidle");
  const weights = weigh(page);
  for (const path of ["async-iteration/half-read", "async-iteration/on-request"]) {
    const pane = new Pane(page, path);
    await pane.run();
    await pane.hasState("done");
  }
  await untilQuiet(page, weights);
  const library = [...weights.keys()].filter((url) => /\/library\.[^/]*\.js$/.test(url));
  expect(library).toHaveLength(1);
  expect(await total(weights, library[0])).toBeGreaterThan(10 * kilobyte);
  expect(await total(weights, library[0])).toBeLessThanOrEqual(35 * kilobyte);
});

test("a first wish to edit costs at most 330 kB, and to run besides at most 333 kB in all", async ({
  page,
}) => {
  const { pane, weights } = await openQuietly(page);
  await pane.press("Edit");
  await expect(pane.editor).toBeFocused();
  await untilQuiet(page, weights);
  const edit = await total(weights);
  await pane.run();
  await pane.hasState("done");
  await untilQuiet(page, weights);
  const all = await total(weights);
  console.log(`to edit: ${inKilobytes(edit)}; and to run: ${inKilobytes(all)}`);
  expect(edit).toBeGreaterThan(50 * kilobyte);
  expect(edit).toBeLessThanOrEqual(330 * kilobyte);
  // Among it are the listings of the panes that came near on the way, one more or less.
  expect(all).toBeLessThanOrEqual(333 * kilobyte);
});

async function openQuietly(page: Page) {
  await page.goto("coroutines/");
  await page.waitForLoadState("networkidle");
  return { pane: new Pane(page, "coroutines/bare-yield"), weights: weigh(page) };
}

function inKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} kB`;
}
