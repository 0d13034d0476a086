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
