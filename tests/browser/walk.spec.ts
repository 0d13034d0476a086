import type { Page } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";

const languages = [
  {
    address: "coroutines/",
    lesson: "Coroutines, tasks and futures",
    skip: "Skip to content",
    main: "Main",
    run: "Run",
  },
  {
    address: "zh-cn/coroutines/",
    lesson: "协程、任务与 future",
    skip: "跳转到内容",
    main: "主要",
    run: "运行",
  },
] as const;

/** What has the focus: its role or element, and what a screen reader calls it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    return `${element?.tagName.toLowerCase()} ${label.trim().replace(/\s+/g, " ").slice(0, 40)}`;
  });
}

/** Presses Tab until the focus is where it is wanted. Gives every stop on the way, none of which may be invisible. */
async function tabTo(page: Page, wanted: string, most = 80): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < most) {
    await page.keyboard.press("Tab");
    const isSeen = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    });
    const stop = await focused(page);
    expect(isSeen, `${stop} can be seen while it has the focus`).toBe(true);
    stops.push(stop);
    if (stop === wanted) {
      return stops;
    }
  }
  throw new Error(`Tab never came to "${wanted}". It came to: ${stops.join(", ")}`);
}

for (const { address, skip, run } of languages) {
  test(`a whole lesson can be walked by keyboard: /${address}`, async ({ page }) => {
    await page.goto(address);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe(`a ${skip}`);
    await page.keyboard.press("Enter");

    // From the content's beginning to the first pane, and through it.
    const pane = new Pane(page, "coroutines/say-after");
    const stops = await tabTo(page, `button ${run}`);
    expect(stops.filter((stop) => stop.startsWith("summary"))).toEqual([]);
    await page.keyboard.press("Enter");
    await pane.hasState("done");
    await expect(pane.element.getByRole("button", { name: run, exact: true })).toBeFocused();

    // The versions are one stop, and the arrows choose among them.
    await tabTo(page, "input ");
    await page.keyboard.press("ArrowRight");
    await expect(pane.element.getByText("async function sayAfter").last()).toBeVisible();
    await page.keyboard.press("ArrowLeft");

    // Into the editor by its button, and out of it: there Tab indents, until Escape.
    await pane.element.locator("[data-action=edit]").focus();
    await page.keyboard.press("Enter");
    await expect(pane.editor).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await expect(pane.editor).not.toBeFocused();

    // To the end of the lesson, which is the link to the next one.
    const links = page.locator(".pagination a");
    const last = (await links.last().textContent())?.trim().replace(/\s+/g, " ").slice(0, 40);
    await tabTo(page, `a ${last}`, 400);
  });

  test(`the keyboard opens what is behind "More", and Escape gives the focus back: /${address}`, async ({
    page,
  }) => {
    await page.goto(address);
    const summary = page.locator("live-pane summary").first();
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".pane-menu").first()).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(page.locator(".pane-menu").first()).toBeHidden();
    await expect(summary).toBeFocused();
  });
}

for (const { address, lesson, main, run } of languages) {
  test(`a screen reader finds its way through /${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("navigation", { name: main })).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText([lesson]);
    await expect(
      page.getByRole("link", { name: lesson }).and(page.locator("[aria-current=page]")),
    ).toBeVisible();

    const panes = page.locator("live-pane");
    const names = await panes.evaluateAll((elements) => elements.map((pane) => pane.ariaLabel));
    expect(new Set(names).size, "each pane has a name of its own").toBe(names.length);
    const first = page.getByRole("group", { name: names[0] ?? "", exact: true });
    await expect(first).toMatchAriaSnapshot(`
      - button "${run}"
      - group:
        - radio [checked]
        - radio
        - radio
      - status
      - log
    `);
    // What is said by itself is said from elements that were there before.
    for (const pane of await panes.all()) {
      await expect(pane.getByRole("status")).toHaveCount(1);
      await expect(pane.getByRole("log")).toHaveAccessibleName(/\S/);
    }
  });
}

test("on a phone a finger finds the menu within 44 pixels, and Escape closes it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("zh-cn/coroutines/");
  const button = page.getByRole("button", { name: "菜单" });
  const menu = page.locator("#starlight__sidebar");
  const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  await page.mouse.click(x + width / 2 - 21, y + height / 2 - 21);
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
});

test("print leaves the lesson, its code and its output, and nothing to press", async ({ page }) => {
  await page.goto("coroutines/");
  await page.emulateMedia({ media: "print" });
  const pane = new Pane(page, "coroutines/say-after");
  await expect(pane.element.getByText("function* sayAfter")).toBeVisible();
  await expect(pane.element.getByText("hello world").last()).toBeVisible();
  await expect(
    page.locator(".sidebar-pane, .right-sidebar, .pagination, .bar button").filter({ visible: true }),
  ).toHaveCount(0);
  await expect(page.locator("live-pane button, live-pane input").filter({ visible: true })).toHaveCount(0);
  const unfetched = page.locator(".loop-sheet > a");
  await expect(unfetched).toHaveCount(1);
  await expect(unfetched).toBeHidden();
});
