import { expect, test } from "./pane.ts";

for (const { address, button, query, found } of [
  { address: "coroutines/", button: "Search", query: "backpressure", found: "Streams" },
  { address: "zh-cn/coroutines/", button: "搜索", query: "背压", found: "流" },
]) {
  test(`the search of /${address} finds, is loaded at the first wish, and is left by Escape`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    expect(fetched.filter((path) => /pagefind|search-results/.test(path))).toEqual([]);

    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: button });
    await expect(dialog.getByRole("textbox")).toBeFocused();
    await page.keyboard.type(query);
    await expect(dialog.getByRole("link", { name: found, exact: true }).first()).toBeVisible();

    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: button }).click();
    await expect(dialog.getByRole("textbox")).toBeFocused();
  });
}

test("a search that cannot be loaded says so", async ({ page }) => {
  await page.route("**/search-results*", (route) => route.abort());
  await page.goto("coroutines/");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(
    "The search could not be loaded. Reload the page and try again.",
  );
});

test("the search opens with suggestions, the arrows go through what it finds, and Enter opens the first", async ({
  page,
}) => {
  await page.goto("coroutines/");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  const words = dialog.getByRole("textbox");
  await expect(words).toBeFocused();
  await expect(dialog.getByRole("link", { name: "Cheat sheet" })).toBeVisible();

  await page.keyboard.type("mutex");
  // What the search finds in the text comes below.
  await expect(dialog.locator(".pagefind-ui__message")).toContainText("mutex");
  await expect(dialog.getByRole("link").first()).toHaveText("Lock");
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(words).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/api\/[a-z]+\/#lock$/);
});

test("the words of a pane's own controls are not what the search finds", async ({ page }) => {
  await page.goto("coroutines/");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("cancelled");
  await expect(dialog.locator(".pagefind-ui__result-excerpt").first()).toBeVisible();
  const excerpts = await dialog.locator(".pagefind-ui__result-excerpt").allTextContents();
  expect(excerpts.filter((excerpt) => /wakes\W+cancels|Expected output/.test(excerpt))).toEqual([]);
});
