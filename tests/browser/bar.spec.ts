import type { Locator } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";
const waits = "await new Promise((resolve) => setTimeout(resolve, 700));\n";

function action(pane: Pane, name: string): Locator {
  return pane.element.locator(`[data-action="${name}"]`);
}

test("Run becomes Stop in its place and with its focus, and Stop becomes Run", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  const place = await action(pane, "run").boundingBox();
  await expect(action(pane, "stop")).toBeHidden();
  await action(pane, "run").press("Enter");
  await expect(action(pane, "run")).toBeHidden();
  await expect(action(pane, "stop")).toBeFocused();
  expect(await action(pane, "stop").boundingBox()).toEqual(place);
  await pane.hasState("done");
  await expect(action(pane, "run")).toBeFocused();
  await expect(action(pane, "stop")).toBeHidden();
  await action(pane, "run").press("Enter");
  await expect(action(pane, "stop")).toBeFocused();
  await page.keyboard.press("Enter");
  await pane.hasState("stopped");
  await expect(action(pane, "run")).toBeFocused();
});

test("who clicks twice on Run, or holds the key down, does not stop what has begun", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode(`${waits}console.log("whole");`);
  await action(pane, "run").dblclick();
  await pane.hasState(/^(done|stopped)$/);
  await pane.hasPrinted("whole\n");
  await pane.replaceCode(`${waits}console.log("and whole");`);
  await action(pane, "run").focus();
  for (let time = 0; time < 4; time++) {
    // Without a release in between, it repeats.
    await page.keyboard.down("Enter");
  }
  await page.keyboard.up("Enter");
  await pane.hasState(/^(done|stopped)$/);
  await pane.hasPrinted("and whole\n");
});

test("Edit becomes Reset while there are edits", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await expect(action(pane, "reset")).toBeHidden();
  await pane.replaceCode("// mine");
  await expect(action(pane, "edit")).toBeHidden();
  await pane.editor.press("Control+z");
  await expect(action(pane, "edit")).toBeVisible();
  await expect(action(pane, "reset")).toBeHidden();
  await expect(pane.editor).toBeFocused();
});

test("a click into the code edits it, there", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  const name = pane.element.locator(".pane-file:visible").getByText("sleep", { exact: true }).first();
  await name.scrollIntoViewIfNeeded();
  const box = await name.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + 5);
  await expect(pane.editor).toBeFocused();
  await page.keyboard.type("over");
  await expect(pane.editor).toContainText("yield* oversleep(delay);");
});

test("two clicks select the word they are on, though the editor comes after the first", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/pane-editor*.js", async (route) => {
    await released;
    await route.continue();
  });
  const name = pane.element.locator(".pane-file:visible").getByText("sleep", { exact: true }).first();
  await name.dblclick();
  release();
  await expect(pane.editor).toBeFocused();
  await page.keyboard.type("rest");
  await expect(pane.editor).toContainText("yield* rest(delay);");
});

test("an action of the menu gives the focus back to its button, and Tab closes it", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  const more = pane.element.locator(".pane-more > summary");
  await more.press("Enter");
  await action(pane, "live").press("Enter");
  await expect(more).toBeFocused();
  await more.press("Enter");
  await expect(pane.element.locator(".pane-more")).toHaveAttribute("open");
  await pane.element.locator(".pane-menu > :last-child").focus();
  await page.keyboard.press("Tab");
  await expect(pane.element.locator(".pane-more")).not.toHaveAttribute("open");
  await expect(more).not.toBeFocused();
});

test("the focus stays on Run while both it and Stop are seen", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  // Blocked, and well again: each time the pane hears of it.
  await pane.replaceCode(
    "setTimeout(() => { for (const end = Date.now() + 5_000; Date.now() < end; ); }, 1_000);",
  );
  await pane.press("Run");
  await pane.choose("async/await");
  await action(pane, "run").focus();
  await pane.element.evaluate((element) =>
    element.addEventListener("focusin", () => element.setAttribute("data-moved", "")),
  );
  await expect(pane.element.locator("label[data-running]")).toHaveCount(0);
  await expect(action(pane, "run")).toBeFocused();
  await expect(pane.element).not.toHaveAttribute("data-moved");
});

test("on paper a pane whose editor is open has the original, and what was changed", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.edit();
  await page.emulateMedia({ media: "print" });
  const original = pane.element.locator('[data-file="main.ts"]');
  await expect(original).toBeVisible();
  await expect(pane.editor).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await pane.editor.fill("// mine");
  await page.emulateMedia({ media: "print" });
  await expect(original).toBeVisible();
  await expect(pane.editor).toBeVisible();
});

test("who selects code, takes a selection back or taps a name does not want to edit", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true });
  const page = await context.newPage();
  await page.goto(new URL("coroutines/", test.info().project.use.baseURL).href);
  const pane = new Pane(page, path);
  const code = pane.element.locator(".pane-file:visible pre");
  await code.scrollIntoViewIfNeeded();
  const box = await code.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 30, (box?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 3 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).not.toBe("");
  await page.mouse.click(x + 20, y + 40);
  await code.tap();
  // Whose editor is open by now would have been begun before this one.
  const other = new Pane(page, "coroutines/bare-yield");
  await other.press("Edit");
  await expect(other.editor).toBeFocused();
  await expect(pane.element).not.toHaveAttribute("data-editor");
  await context.close();
});

test("that edits run by themselves is seen on Run", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  const mark = () => action(pane, "run").evaluate((run) => getComputedStyle(run, "::after").content);
  expect(await mark()).toBe("none");
  await pane.element.locator("summary", { hasText: "More" }).click();
  await action(pane, "live").click();
  expect(await mark()).toContain("↻");
  await expect(pane.element.getByRole("button", { name: "Run", exact: true })).toBeVisible();
});

test("what runs in Node says so at its title, and is offered as a project", async ({ page }) => {
  await page.goto("subprocesses/");
  const pane = page.locator('[data-runtime="node"]').first();
  const title = pane.locator(".pane-title");
  expect(await title.evaluate((element) => getComputedStyle(element, "::after").content)).toBe('"Node"');
  await expect(pane.getByRole("button", { name: "Run", exact: true })).toBeHidden();
  await expect(pane.getByRole("button", { name: "Edit", exact: true })).toBeHidden();
  const download = page.waitForEvent("download");
  await pane.locator(".pane-buttons > .pane-primary").click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
});

test("a program of another version can be stopped, and this one be run", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode("setInterval(() => {}, 100);");
  await pane.press("Run");
  await pane.choose("async/await");
  await expect(action(pane, "run")).toBeVisible();
  await expect(action(pane, "stop")).toBeVisible();
  await action(pane, "stop").click();
  await expect(action(pane, "stop")).toBeHidden();
});

for (const width of [320, 360, 390]) {
  test(`on a phone of ${width} px the bar is one row, each button has room for a finger, and none hides another`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: { width, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(new URL("coroutines/", test.info().project.use.baseURL).href);
    const pane = new Pane(page, path);
    const buttons = pane.element.locator(".pane-buttons :is(button, summary)").filter({ visible: true });
    const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(5);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    const tabs = await pane.element
      .locator(".pane-versions label")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect([...boxes, ...tabs].filter(({ height }) => height < 44)).toEqual([]);
    await pane.element.locator("summary", { hasText: "More" }).tap();
    for (const item of await pane.element.locator(".pane-menu button").all()) {
      await item.tap({ trial: true });
    }
    await pane.element.locator("summary", { hasText: "More" }).tap();
    // The longer name of Run pushes it into a second row.
    await pane.choose("Python");
    await expect(action(pane, "run")).toBeEnabled();
    await pane.element.locator("summary", { hasText: "More" }).tap();
    const menu = await pane.element.locator(".pane-menu").boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(width);
    await context.close();
  });
}

test("the strip with the last line covers no tab", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 730 } });
  const page = await context.newPage();
  await page.goto(new URL("coroutines/", test.info().project.use.baseURL).href);
  const pane = new Pane(page, "coroutines/exercise-1-all-at-once");
  await pane.choose("Solution");
  await pane.run();
  const tab = pane.element.getByRole("radio", { name: "Exercise" });
  await tab.evaluate((input) => scrollBy(0, input.getBoundingClientRect().bottom - innerHeight));
  await expect(pane.element.locator(".pane-dock")).toBeVisible();
  const isReached = (input: Element) => {
    const { x, y, width, height } = input.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === input;
  };
  expect(await tab.evaluate(isReached)).toBe(true);
  await context.close();
});
