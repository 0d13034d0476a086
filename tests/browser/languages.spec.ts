import { readExample } from "../../src/examples/read-example.ts";
import { expect, test } from "./pane.ts";

test("a Chinese page speaks Chinese, its panes included", async ({ page }) => {
  await page.goto("zh-cn/coroutines/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  const pane = page.locator('[data-example="coroutines/bare-yield"]');
  for (const name of ["运行", "编辑", "事件循环", "复制"]) {
    await expect(pane.getByRole("button", { name, exact: true })).toBeVisible();
  }
  await pane.getByRole("button", { name: "运行" }).click();
  await expect(pane.getByRole("button", { name: "停止", exact: true })).toBeVisible();
  await expect(pane).toHaveAttribute("data-state", "done");
  await expect(pane.getByRole("log")).toContainText("tock 3");
  await expect(pane.getByRole("status")).toContainText("已完成");
});

test("an exercise instructs in Chinese: in the page, on the clipboard and in the editor, where it can be solved", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("zh-cn/tasks/");
  const pane = page.locator('[data-example="tasks/exercise-3-first-answer"]');
  await pane.scrollIntoViewIfNeeded();
  const comment = pane.locator('[data-file="main.ts"] [lang="zh-CN"]').first();
  await expect(comment).toHaveText("// 只等第一个完成：returnWhen: FIRST_COMPLETED。");
  await pane.getByRole("button", { name: "复制" }).click();
  await expect(pane.getByRole("status")).toHaveText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { files, output } = readExample("tasks/exercise-3-first-answer");
  const code = (name: string): string => files.find((file) => file.name === name)?.code ?? "";
  expect(copied).toContain("  // 然后告诉其余的任务，不必继续了。\n");
  expect(copied.split("\n").length).toBe(code("main.ts").split("\n").length);

  await pane.getByRole("button", { name: "编辑" }).click();
  const editor = pane.locator('[contenteditable="true"]');
  await expect(editor).toContainText("// 只等第一个完成：");
  await editor.fill(code("solution.ts"));
  await pane.getByRole("button", { name: "运行" }).click();
  await expect(pane).toHaveAttribute("data-verdict", "right");
  expect(await pane.getByRole("log").textContent()).toBe(output);
});

test("without scripts, the versions of an example on a Chinese page are on a Chinese listing", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("zh-cn/synchronisation/");
  await page
    .locator('[data-example="synchronisation/exercise-1-load-once"]')
    .getByRole("link", { name: "main.ts" })
    .click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("pre").first()).toContainText("// 修改这里：三个任务同时来要，也只能加载一次。");
  await context.close();
});

test("code is kept from translators, and is English on a Chinese page", async ({ page }) => {
  // Of what is English anyway it need not be said; code that was fetched says it on every page.
  for (const [address, languages] of [
    ["tasks/", [null, "en"]],
    ["zh-cn/tasks/", ["en"]],
    ["zh-cn/coroutines/", ["en", "zh-CN"]],
  ] as const) {
    await page.goto(address);
    const code = page.locator("main :is(pre, p code, li code)");
    expect(await code.count()).toBeGreaterThan(20);
    for (const block of await code.all()) {
      expect(await block.getAttribute("translate")).toBe("no");
      expect(languages).toContain(await block.getAttribute("lang"));
    }
  }
});

test("what is Chinese on an English page says so, and the other way round", async ({ page }) => {
  for (const [address, own] of [
    ["tasks/", /^en/],
    ["zh-cn/tasks/", /^zh/],
  ] as const) {
    await page.goto(address);
    const foreign = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const element = text.parentElement;
        if (/\p{Script=Han}/u.test(text.nodeValue ?? "") && !element?.closest("script, style, template")) {
          found.push(`${element?.closest("[lang]")?.getAttribute("lang")}: ${text.nodeValue?.trim()}`);
        }
      }
      return found;
    });
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((text) => !text.startsWith("zh"))).toEqual([]);
    await expect(page.locator("html")).toHaveAttribute("lang", own);
  }
});

test("English titles on a Chinese page are marked as English", async ({ page }) => {
  await page.goto("zh-cn/references/");
  await expect(page.getByRole("link", { name: "A tale of event loops" })).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "asyncio 的源代码" })).not.toHaveAttribute("lang");
});
