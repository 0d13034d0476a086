import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { keepPythonLabelsFor } from "../../src/components/progress/keep-python-labels.ts";
import { readExample } from "../../src/examples/read-example.ts";
import { writeServiceWorker } from "../../src/integrations/delivery/write-service-worker.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, isKept } from "./cut-off.ts";
import { findViolations } from "./find-violations.ts";
import { Pane } from "./pane.ts";
import { built, sites, test } from "./releases.ts";

const example = readExample("coroutines/say-after");
const files = ["cpython.mjs", "cpython.wasm", "library.zip", "more-library.zip"];
const { states, ...words } = keepPythonLabelsFor("en");

/** Every address in a store of this host that has something of Python's: the page that runs it is of the site. */
async function keptOfPython(page: Page): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
  });
  expect(urls.length).toBeGreaterThan(100);
  return urls.map((url) => new URL(url).pathname).filter((path) => /(?<!sandbox)\/python\//.test(path));
}

async function storesOfPython(page: Page): Promise<string[]> {
  return (await page.evaluate(() => caches.keys())).filter((name) => name.includes("python"));
}

async function openSwitch(page: Page, address: string): Promise<{ box: Locator; status: Locator }> {
  await page.goto(address);
  await isKept(page);
  const part = page.locator("keep-python");
  const box = part.getByRole("checkbox");
  await expect(box).toBeEnabled();
  return { box, status: part.getByRole("status") };
}

async function runPython(page: Page, lesson: string): Promise<void> {
  await page.goto(lesson);
  const pane = new Pane(page, "coroutines/say-after");
  await pane.choose("Python");
  await pane.pressRun();
  await pane.hasState("done");
  await pane.hasPrintedOnStandardOutput(example.output);
}

for (const [i, { name, folder, path }] of sites.entries()) {
  const language = i === 0 ? "en" : "zh-CN";
  const part = i === 0 ? "" : "zh-cn/";

  test(`Python that is kept runs without a network, ${name}, in ${language}`, async ({
    page,
    context,
    serve,
  }) => {
    const labels = keepPythonLabelsFor(language);
    const server = await serve(folder, path);
    await page.goto(`${server.address}${part}coroutines/`);
    const first = new Pane(page, "coroutines/say-after");
    await first.choose("Python");
    const offer = first.element.getByRole("link", { name: /Python/ });
    await expect(offer).toHaveText(language === "en" ? "Keep Python offline" : "离线保存 Python");
    const { box, status } = await openSwitch(
      page,
      await offer.evaluate((link) => (link as HTMLAnchorElement).href),
    );
    await expect(page.locator("keep-python")).toBeInViewport();
    await expect(status).toHaveText(labels.states.none);
    await box.check();
    await expect(status).toHaveText(labels.states.kept);
    await server.close();
    await context.setOffline(true);

    await page.goto(`${server.address}${part}coroutines/`);
    const pane = new Pane(page, "coroutines/say-after");
    await pane.choose("Python");
    // Nothing is to be fetched, and nothing is said of it.
    const { run } = labelsFor(language);
    await expect(pane.element.getByRole("button", { name: run, exact: true })).toBeEnabled();
    await expect(pane.element.getByRole("link", { name: /Python/ })).toHaveCount(0);
    await runPython(page, `${server.address}${part}coroutines/`);
    await pane.element.locator('[data-action="edit"]').click();
    // Of the part of the library that few programs import.
    await pane.editor.fill("import mailbox\nprint(mailbox.Maildir.__name__)");
    await pane.pressRun();
    await expect(pane.log).toHaveText("Maildir\n");
    await page.goto(`${server.address}${part}progress/`);
    await expect(box).toBeChecked();
    await expect(status).toHaveText(labels.states.kept);
  });
}

test("nothing of Python is kept unless the reader asks, though the site is and Python has run", async ({
  page,
  serve,
  first,
}) => {
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  await runPython(page, `${server.address}coroutines/`);
  await page.goto(`${server.address}progress/`);
  await expect(status).toHaveText(states.none);
  await expect(box).not.toBeChecked();
  expect(await keptOfPython(page)).toEqual([]);
  expect(await storesOfPython(page)).toEqual([]);
});

test("by keyboard, with what a screen reader needs: the box keeps Python, and throws it away, in every open page", async ({
  page,
  context,
  serve,
  first,
}) => {
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  const other = await openSwitch(await context.newPage(), `${server.address}progress/`);
  await expect(page.getByLabel(/Keep Python as well/)).toHaveAccessibleDescription(/Stored, it takes \d+ MB/);
  await box.focus();
  await page.keyboard.press("Space");
  for (const { box: each, status: said } of [{ box, status }, other]) {
    await expect(said).toHaveText(states.kept);
    await expect(each).toBeChecked();
  }
  expect(await findViolations(page, "keep-python")).toEqual([]);
  const paths = await keptOfPython(page);
  expect(paths.sort()).toEqual(["/python/", ...files.map((name) => `/python/${name}`)]);

  await page.keyboard.press("Space");
  for (const { box: each, status: said } of [{ box, status }, other]) {
    await expect(said).toHaveText(states.none);
    await expect(each).not.toBeChecked();
  }
  expect(await keptOfPython(page)).toEqual([]);
  expect(await storesOfPython(page)).toEqual([]);
});

test("the box says what there is to fetch, and what it takes", async ({ page, serve }) => {
  const sum = (ending: string) =>
    files.reduce((bytes, name) => bytes + statSync(join(built, "python", name + ending)).size, 0) / 1e6;
  const server = await serve(built);
  for (const [part, language] of [
    ["", "en"],
    ["zh-cn/", "zh-CN"],
  ] as const) {
    const labels = keepPythonLabelsFor(language);
    await page.goto(`${server.address}${part}progress/`);
    await expect(page.locator("keep-python label")).toHaveText(labels.keep(sum(".br").toFixed(1)));
    await expect(page.locator("#keep-python-hint")).toHaveText(labels.hint(sum("").toFixed(0)));
  }
});

test("what is interrupted is not kept, whether by the network or by the reader, and a second try keeps it", async ({
  page,
  serve,
  first,
}) => {
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  const bar = page.getByRole("progressbar", { name: words.fetched });
  server.stickIn("python/cpython.wasm");
  await box.check();
  await expect(status).toHaveText(states.fetching);
  // All other files have come whole.
  await expect
    .poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value))
    .toBeGreaterThan(0.7);
  await box.uncheck();
  await expect(status).toHaveText(states.none);
  await expect(bar).toBeHidden();
  expect(await storesOfPython(page)).toEqual([]);

  await box.check();
  await expect(bar).toBeVisible();
  await expect
    .poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value))
    .toBeGreaterThan(0.7);
  server.cut();
  await expect(status).toHaveText(states.unfetched);
  await expect(box).not.toBeChecked();
  expect(await storesOfPython(page)).toEqual([]);
  await page.reload();
  await expect(status).toHaveText(states.none);

  server.stickIn(undefined);
  await box.check();
  await expect(status).toHaveText(states.kept);
});

test("a worker that the browser ends has kept nothing, and the page says so", async ({
  page,
  context,
  serve,
  first,
}) => {
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  server.stickIn("python/cpython.wasm");
  await box.check();
  await expect(status).toHaveText(states.fetching);
  const devtools = await context.newCDPSession(page);
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await expect(status).toHaveText(states.none);
  await expect(box).not.toBeChecked();
  expect(await storesOfPython(page)).toEqual([]);
});

test("files of another version are not kept, and neither are those for which there is no room", async ({
  page,
  context,
  serve,
  first,
}) => {
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  const devtools = await context.newCDPSession(page);
  const setQuota = (quotaSize?: number) =>
    devtools.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(server.address).origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  // Enough for some of the files.
  await setQuota(usage + 12_000_000);
  await box.click();
  await expect(status).toHaveText(states["no room"]);
  await expect(box).not.toBeChecked();
  expect(await storesOfPython(page)).toEqual([]);

  await setQuota();
  changePython(first);
  await box.click();
  await expect(status).toHaveText(states["other version"]);
  await expect(box).not.toBeChecked();
  expect(await storesOfPython(page)).toEqual([]);
});

test("a new release fetches what is new of Python that is kept, leaves nothing of the old one, and waits until it has all", async ({
  page,
  context,
  serve,
  first,
  next,
}) => {
  changePython(next);
  await writeServiceWorker(next);
  const server = await serve(first);
  const { box, status } = await openSwitch(page, `${server.address}progress/`);
  await box.check();
  await expect(status).toHaveText(states.kept);
  const before = await keptKeys(page);

  // It has another list than files: as if it were still being put there.
  const glue = join(next, "python/cpython.mjs");
  const content = readFileSync(glue);
  writeFileSync(glue, content.subarray(1));
  server.release(next);
  expect(await installs(page)).toBe("redundant");
  expect(await keptKeys(page)).toEqual(before);

  writeFileSync(glue, content);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  expect(await installs(page)).toBe("installed");
  expect(asked.filter((path) => path.startsWith("/python/"))).toEqual(["/python/cpython.mjs"]);
  await page.goto(`${server.address}progress/`);
  await expect(page.locator("h1")).toContainText("next-release");
  await expect(status).toHaveText(states.kept);
  await expect(box).toBeChecked();
  const after = await keptKeys(page);
  expect(after.length).toBe(before.length);
  expect(after.filter((key) => !before.includes(key))).toEqual([expect.stringContaining("cpython.mjs")]);
  await server.close();
  await context.setOffline(true);
  await runPython(page, `${server.address}coroutines/`);
});

/** Gives a release another CPython, which does the same. */
function changePython(release: string): void {
  const glue = join(release, "python/cpython.mjs");
  const text = readFileSync(glue, "utf8");
  const changed = text.replace('"Aborted("', '"aborted("');
  expect(changed).not.toBe(text);
  writeFileSync(glue, changed);
}

async function keptKeys(page: Page): Promise<string[]> {
  const [store = ""] = await storesOfPython(page);
  return page.evaluate(
    async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url).sort(),
    store,
  );
}

/** Has the browser look for a new release. Gives what became of it. */
function installs(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>((resolve) =>
      registration.addEventListener("updatefound", () => resolve(registration.installing as ServiceWorker), {
        once: true,
      }),
    );
    await registration.update().catch(() => {});
    const worker = await found;
    return new Promise((resolve) => {
      const look = () => worker.state !== "installing" && resolve(worker.state);
      worker.addEventListener("statechange", look);
      look();
    });
  });
}
