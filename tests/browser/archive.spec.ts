import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { expect, isKept, test } from "./cut-off.ts";
import { Pane } from "./pane.ts";
import { search } from "./search.ts";

const example = "coroutines/bare-yield";
const project = join(import.meta.dirname, "../..");
let folder: string;
let site: string;

/** A folder will not do: from the disk a browser lists what is in it. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Packs the built site, and unpacks it. */
function unpack(folder: string, ...options: string[]): { site: string; bytes: number } {
  const archive = join(folder, "site.zip");
  execFileSync(process.execPath, ["src/archive/write-archive.ts", ...options, archive], { cwd: project });
  const packed = readFileSync(archive);
  for (const [name, content] of Object.entries(unzipSync(packed))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { site: join(folder, "asyncio-ts"), bytes: packed.length };
}

// One after the other, so that the archive is packed once, and not by each worker.
test.describe.configure({ mode: "default" });

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "asyncio-ts-unpacked-"));
  ({ site } = unpack(folder));
});

test.afterAll(() => rmSync(folder, { recursive: true }));

test.describe("from the disk", () => {
  test("a page is styled, and links lead on, in both languages", async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL(join(site, "index.html")).href);
    await page.locator('a[href*="from-await-to-yield/index.html"]').first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("From await to yield*");
    const sidebar = page.getByRole("navigation", { name: "Main" });
    await sidebar.getByRole("link", { name: "Coroutines, tasks and futures" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coroutines, tasks and futures");
    expect(await new Pane(page, example).element.evaluate((pane) => getComputedStyle(pane).borderStyle)).toBe(
      "solid",
    );
    await page.locator("a[hreflang='zh-CN'], a[lang='zh-CN']").first().click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    expect(new URL(page.url()).pathname).toMatch(/\/asyncio-ts\/zh-cn\/coroutines\/index\.html$/);
  });

  test("a pane names the command that makes it run, and shows no dead button", async ({ page }) => {
    await page.goto(pathToFileURL(join(site, "coroutines/index.html")).href);
    const pane = new Pane(page, "coroutines/say-after");
    await expect(pane.element.getByText("node serve.mjs")).toBeVisible();
    const output = pane.element.locator(".pane-expected");
    await expect(output).toBeVisible();
    await expect(output).toHaveText("hello\nworld\n");
    await expect(pane.element.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Search" })).toBeHidden();
    await page.goto(pathToFileURL(join(site, "zh-cn/coroutines/index.html")).href);
    await expect(page.getByText("直接从磁盘打开")).toBeVisible();
  });

  test("an older address leads on, with scripts and without", async ({ page, browser }) => {
    const former = pathToFileURL(join(site, "zh-cn/common-calls/index.html")).href;
    await page.goto(`${former}#timeout`);
    await expect(page).toHaveURL(/\/asyncio-ts\/zh-cn\/time-limits\/index\.html#timeout$/);
    await page.goto(`${pathToFileURL(join(site, "synchronisation/index.html")).href}#queue`);
    await expect(page).toHaveURL(/\/asyncio-ts\/queues\/index\.html#queue$/);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(former);
    await expect(plain).toHaveURL(/\/asyncio-ts\/zh-cn\/together\/index\.html$/);
    await context.close();
  });

  test("whatever a page names is there", () => {
    const missing = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".html"))
      .flatMap((name) => {
        const page = pathToFileURL(join(site, name));
        const named = [...readFileSync(page, "utf8").matchAll(/\s(?:href|src)="([^"#][^"]*)"/g)];
        return named
          .map(([, address = ""]) => new URL(address.replaceAll("&amp;", "&"), page))
          .filter((address) => address.protocol === "file:" && !isFile(fileURLToPath(address)))
          .map((address) => `${name}: ${address.pathname}`);
      });
    expect(missing).toEqual([]);
  });
});

test("below any path of any server all of it works, and goes on working without the server", async ({
  page,
  serve,
}) => {
  const server = await serve(site, "/some/where/else/");
  await page.goto(`${server.address}index.html`);
  await isKept(page);
  for (const state of ["with the server", "without the server"]) {
    await test.step(state, async () => {
      await page.goto(`${server.address}zh-cn/coroutines/`);
      await expect(page.getByText("直接从磁盘打开")).toBeHidden();
      const pane = new Pane(page, example);
      await pane.element.getByRole("button", { name: "运行", exact: true }).click();
      await pane.hasState("done");
      await pane.element.locator("summary", { hasText: "更多" }).click();
      await pane.element.getByRole("button", { name: "检查类型", exact: true }).click();
      await expect(pane.message).toHaveText("输入时会检查类型。");
      await page.goto(server.address);
      await expect((await search(page, "semaphore")).filter({ hasText: "Synchronisation" })).not.toHaveCount(
        0,
      );
      await page.locator("dialog li a", { hasText: "Synchronisation" }).first().click();
      await expect(page).toHaveURL(/\/some\/where\/else\/(api\/)?synchronisation\//);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Synchronisation");
    });
    await server.close();
  }
  const missing = await page.goto(`${server.address}zh-cn/no/such/cancelation/`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("找不到页面");
  await page.locator('not-found-page [data-part="nearest"]:visible a').first().click();
  await expect(page).toHaveURL(/\/some\/where\/else\/zh-cn\/cancellation\/$/);
});

test("the server in the archive serves it with one command", async ({ page }) => {
  const server = spawn(process.execPath, [join(site, "serve.mjs"), "0"], { cwd: tmpdir() });
  const said = await new Promise<string>((resolve) =>
    server.stdout.once("data", (text) => resolve(String(text))),
  );
  try {
    const address = /http:\/\/localhost:\d+\//.exec(said)?.[0] ?? "";
    await page.goto(`${address}coroutines/`);
    const pane = new Pane(page, example);
    await pane.run();
    await pane.hasState("done");
    expect((await page.goto(`${address}no/such/cancelation`))?.status()).toBe(404);
    await page.locator('not-found-page [data-part="nearest"]:visible a').first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cancellation");
    expect((await page.request.get(`${address}%2e%2e/site.zip`)).status()).toBe(404);
  } finally {
    server.kill();
  }
});

test("the archive without Python has nothing of it, and its panes and its box say so", async ({
  page,
  serve,
}) => {
  const other = mkdtempSync(join(tmpdir(), "asyncio-ts-without-python-"));
  const { site: light, bytes } = unpack(other, "--without-python");
  expect(existsSync(join(site, "python/cpython.wasm"))).toBe(true);
  expect(existsSync(join(light, "python"))).toBe(false);
  expect(bytes).toBeLessThan(statSync(join(folder, "site.zip")).size - 3_000_000);
  const server = await serve(light, "/light/");
  for (const [part, sentence] of [
    ["", "This copy of the site comes without Python."],
    ["zh-cn/", "这份站点里没有 Python。"],
  ] as const) {
    await page.goto(`${server.address}${part}coroutines/`);
    const pane = new Pane(page, "coroutines/say-after");
    await pane.choose("Python");
    await expect(pane.message).toContainText(sentence);
    await expect(pane.element.locator('[data-action="run"]')).toBeDisabled();
    await pane.choose("asyncio-ts");
    await pane.pressRun();
    await pane.hasState("done");
    await page.goto(`${server.address}${part}progress/`);
    const keep = page.locator("keep-python");
    await expect(keep.getByRole("status")).toHaveText(sentence);
    await expect(keep.getByRole("checkbox")).toBeDisabled();
  }
  rmSync(other, { recursive: true });
});
