import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, isKept } from "./cut-off.ts";
import { Pane } from "./pane.ts";
import { built, mark, sites, test } from "./releases.ts";
import { search } from "./search.ts";

const example = "coroutines/bare-yield";
for (const { name, folder, path } of sites) {
  test(`after one visit the whole site works without a network, ${name}`, async ({
    page,
    context,
    serve,
  }) => {
    const server = await serve(folder, path);
    await page.goto(server.address);
    await isKept(page);
    await server.close();
    await context.setOffline(true);

    await page.goto(`${server.address}zh-cn/coroutines/`);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.goto(`${server.address}coroutines/`);
    const pane = new Pane(page, example);
    await pane.run();
    await pane.hasState("done");
    await pane.element.locator("summary", { hasText: "More" }).click();
    await pane.element.getByRole("button", { name: "Check types", exact: true }).click();
    await expect(pane.message).toHaveText("Types are checked as you type.");
    await page.reload();
    await expect((await search(page, "semaphore")).filter({ hasText: "Synchronisation" })).not.toHaveCount(0);
    await page.goto(`${server.address}tasks?from=elsewhere#creating`);
    expect(page.url()).toBe(`${server.address}tasks/?from=elsewhere#creating`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tasks");
    const texts = await page.evaluate(
      async (url) => (await fetch(url)).text(),
      `${server.address}licences.txt`,
    );
    expect(texts).toContain("MIT");
    await page.goto(`${server.address}common-calls/#shield`);
    await expect(page).toHaveURL(`${server.address}time-limits/#shield`);
    await page.goto(`${server.address}zh-cn/synchronisation/#queue`);
    await expect(page).toHaveURL(`${server.address}zh-cn/queues/#queue`);
    const missing = await page.goto(`${server.address}no/such/page/`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("the page of the first visit itself goes on working when the network goes", async ({
  page,
  serve,
  first,
}) => {
  const server = await serve(first);
  await page.goto(`${server.address}coroutines/`);
  await isKept(page);
  await server.close();
  const pane = new Pane(page, example);
  await pane.run();
  await pane.hasState("done");
});

test("nothing is kept for a reader who asked to save data", async ({ page, serve }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  const server = await serve(built);
  await page.goto(`${server.address}coroutines/`);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("a release that is not what its list says is not kept", async ({ page, serve, first }) => {
  writeFileSync(join(first, "tasks/index.html"), "<!doctype html><title>Not this release</title>");
  const server = await serve(first);
  await page.goto(`${server.address}coroutines/`);
  const state = await page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.register("/service-worker.js");
    return new Promise((resolve) =>
      installing?.addEventListener("statechange", () => resolve(installing.state)),
    );
  });
  expect(state).toBe("redundant");
});

test("a new release replaces the old one as soon as one page is left, and no page gets files of both", async ({
  page,
  context,
  serve,
  first,
  next,
}) => {
  const server = await serve(first);
  const other = await context.newPage();
  const heading = (of: Page) => of.locator("h1");
  await other.goto(`${server.address}coroutines/`);
  await isKept(other);

  server.release(next);
  await page.goto(`${server.address}tasks/`);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe("installed");

  // Two pages are open: the old release stays, complete, though the server has none of it any more.
  const scripts = collectScripts(page);
  await page.goto(`${server.address}coroutines/`);
  await expect(heading(page)).not.toContainText(mark);
  for (const old of [other, page]) {
    const pane = new Pane(old, example);
    await pane.run();
    await pane.hasState("done");
  }
  expect(scripts.filter((script) => script.includes("/_astro/")).length).toBeGreaterThan(5);
  expect(scripts.filter((script) => script.includes(mark))).toEqual([]);

  await other.close();
  await page.goto(`${server.address}tasks/#a-fragment`);
  await expect(heading(page)).toContainText(mark);
  expect(new URL(page.url()).hash).toBe("#a-fragment");
  scripts.length = 0;
  await page.goto(`${server.address}coroutines/`);
  const pane = new Pane(page, example);
  await pane.run();
  await pane.hasState("done");
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !script.includes(mark))).toEqual([]);

  const stored = await page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const requests = await Promise.all(
      caches.map(async (name) => (await globalThis.caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => url);
  });
  expect(stored.length).toBeGreaterThan(100);
  expect(stored.filter((url) => /\/_astro\/[^/]+\.js$/.test(url) && !url.includes(mark))).toEqual([]);
});

test("a new release does not load a page again in which the reader has begun meanwhile", async ({
  page,
  serve,
  first,
  next,
}) => {
  const server = await serve(first);
  await page.goto(`${server.address}tasks/`);
  await isKept(page);
  server.release(next);
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe("installed");

  await page.addInitScript((path) => {
    // The page has asked the new release to begin; before it does, the reader runs something.
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (message: unknown) {
      const pane = document.querySelector<HTMLElement>(`[data-example="${path}"]`);
      const sendOnceRun = () => pane?.dataset.state === "done" && postMessage.call(this, message);
      new MutationObserver(sendOnceRun).observe(pane as Node, { attributeFilter: ["data-state"] });
      pane?.querySelector<HTMLElement>("[data-action=run]")?.click();
    };
    // A page that loads again does not live that long.
    navigator.serviceWorker.addEventListener("controllerchange", () =>
      setTimeout(() => document.documentElement.setAttribute("data-stayed", ""), 1_000),
    );
  }, example);
  await page.goto(`${server.address}coroutines/`);
  await expect(page.locator("html")).toHaveAttribute("data-stayed");
  await expect(page.locator("h1")).not.toContainText(mark);
  await expect(new Pane(page, example).log).toContainText("tock 3");
});

function collectScripts(page: Page): string[] {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.js$/.test(new URL(request.url()).pathname)) {
      scripts.push(request.url());
    }
  });
  return scripts;
}
