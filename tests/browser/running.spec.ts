import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

test.beforeEach(async ({ page }) => {
  await page.goto("coroutines/");
});

test("an edit runs, and Reset brings the original back", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("edited");');
  await pane.run();
  await pane.hasPrinted("edited\n");

  page.once("dialog", (dialog) => dialog.accept());
  await pane.press("Reset");
  await expect(pane.editor).toContainText("function* sayAfter");
  await expect(pane.element.getByRole("button", { name: "Reset" })).toBeHidden();
  await expect(pane.element.getByRole("button", { name: "Edit" })).toBeFocused();
});

test("what is only a type does not stand in the way", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode(`
    interface Named<Value> { readonly name: string; readonly value: Value }
    type Pair = [number, string];
    const named = { name: "answer", value: 42 } satisfies Named<number>;
    function identity<const T>(value: T): T { return value as T; }
    const pair: Pair = [1, "one"];
    console.log(named.name, identity(named.value), pair!.length);
  `);
  await pane.run();
  await pane.hasPrinted("answer 42 2\n");
});

test("a program is done when its last timer has run, and not before", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode(
    'setTimeout(() => setTimeout(() => console.log("last"), 20), 20);\nconsole.log("first");',
  );
  await pane.run();
  await pane.hasPrinted("first\nlast\n");
});

test("Stop ends a program that would go on for ever, and nothing of it reaches the next run", async ({
  page,
}) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('setInterval(() => console.log("tick"), 10);');
  await pane.press("Run");
  await expect(pane.log).toContainText("tick");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await pane.replaceCode('setTimeout(() => console.log("alone"), 200);');
  await pane.run();
  await pane.hasPrinted("alone\n");
});

test("Stop is obeyed while what runs programs is still being loaded", async ({ page }) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/open-runner*", async (route) => {
    await held;
    await route.fallback();
  });
  const pane = new Pane(page, path);
  await pane.press("Run");
  await pane.hasState("running");
  await pane.press("Stop");
  await pane.hasState("stopped");
  letThrough();
  // Whoever was to run before this one would have begun by its end.
  await new Pane(page, "coroutines/bare-yield").run();
  await pane.hasState("stopped");
  await pane.run();
  await pane.hasPrintedOnStandardOutput("hello\nworld\n");
});

test("a loop without end is shown as blocked, the page answers, and Stop ends it", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("before");\nconsole.log("and this");\nwhile (true) {}\n');
  await pane.press("Run");
  await pane.hasState("blocked");
  await expect(pane.log).toHaveText("before\nand this\n");
  await page.getByRole("link", { name: "In short" }).first().click();
  await expect(page).toHaveURL(/#in-short$/);
  await pane.press("Stop");
  await pane.hasState("stopped");
  await pane.replaceCode('console.log("well again");');
  await pane.run();
  await pane.hasPrinted("well again\n");
});

test("a flood of output keeps the last lines and says how many are missing", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode("for (let line = 1; line <= 100_000; line++) console.log(line);");
  await pane.run();
  await pane.hasState("done");
  const lines = ((await pane.log.textContent()) ?? "").trimEnd().split("\n");
  expect(lines.at(-1)).toBe("100000");
  expect(lines.length).toBeLessThanOrEqual(2_001);
  const [, missing = ""] = /^([\d,]+) earlier lines are not shown$/.exec(lines[0] ?? "") ?? [];
  expect(Number(missing.replaceAll(",", "")) + lines.length - 1).toBe(100_000);
});

test("a line in each of many turns of the host is no flood of messages", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode(`const { port1, port2 } = new MessageChannel();
let line = 0;
await new Promise((resolve) => {
  port1.onmessage = () => {
    console.log(++line);
    if (line === 50_000) resolve(port1.close());
    else port2.postMessage(null);
  };
  port2.postMessage(null);
});`);
  await pane.run();
  await pane.hasState("done");
  await expect(pane.log).toContainText("50000");
});

test("the keyboard runs the program from inside the editor", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("by keyboard");');
  await page.keyboard.press("Control+Enter");
  await pane.hasState("done");
  await pane.hasPrinted("by keyboard\n");
});

test("the keyboard can leave the editor", async ({ page }) => {
  const pane = new Pane(page, path);
  await pane.press("Edit");
  await expect(pane.editor).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(pane.editor).not.toBeFocused();
  await expect(pane.element.locator('[data-part="editor"] :focus')).toHaveCount(0);
});

test("two panes on a page run side by side and do not mix", async ({ page }) => {
  const first = new Pane(page, path);
  const second = new Pane(page, "coroutines/bare-yield");
  await first.press("Run");
  await second.run();
  await expect(second.log).toContainText("tock 3");
  await first.hasState("done");
  await first.hasPrintedOnStandardOutput("hello\nworld\n");
});

test("three thousand lines are pasted and run", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const pane = new Pane(page, path);
  const lines = Array.from({ length: 3_000 }, (_, index) => `const value${index}: number = ${index};`);
  const code = [...lines, "console.log(value2999);"].join("\n");
  await pane.press("Edit");
  await expect(pane.editor).toBeFocused();
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
  await pane.run();
  await pane.hasPrinted("2999\n");
});
