import { expect, test } from "./pane.ts";

test("a Chinese page speaks Chinese, its panes included", async ({ page }) => {
  await page.goto("zh-cn/coroutines/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  const pane = page.locator('[data-example="coroutines/bare-yield"]');
  for (const name of ["运行", "停止", "编辑", "重置", "复制"]) {
    await expect(pane.getByRole("button", { name, exact: true })).toBeVisible();
  }
  await pane.getByRole("button", { name: "运行" }).click();
  await expect(pane).toHaveAttribute("data-state", "done");
  await expect(pane.getByRole("log")).toContainText("tock 3");
  await expect(pane.getByRole("status")).toContainText("已完成");
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
