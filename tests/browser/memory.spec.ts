import type { Page, Route } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { editsKey } from "../../src/playground/memory/edits-key.ts";
import { denyStorage } from "./deny-storage.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";
const key = editsKey(path, "en");

/** Brings a pane near, as scrolling does: what is kept comes then. */
async function near(pane: Pane): Promise<Pane> {
  await pane.element.scrollIntoViewIfNeeded();
  return pane;
}

/** Edits, until the browser keeps it. */
async function keepMine(page: Page, pane: Pane): Promise<void> {
  await pane.replaceCode('console.log("mine");');
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("mine"), key);
}

/** Has what brings edits back wait, on each visit, until the function is called that it answers with. */
async function holdKeptEdits(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route("**/kept-edits*", (route) => void held.push(route));
  return async () => {
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.fallback();
  };
}

async function comesBack(pane: Pane, code: string): Promise<void> {
  await expect(pane.editor).toHaveText(code);
  await expect(pane.status).toHaveText(labelsFor("en").recalled);
  await expect(pane.element.locator('button[data-action="reset"]')).toBeEnabled();
}

test("an edit is there again on the next visit, runs nothing by itself, and is gone after Reset", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await keepMine(page, pane);

  await page.reload();
  await comesBack(await near(pane), 'console.log("mine");');
  await pane.hasState("idle");
  await pane.hasPrinted("");
  await expect(pane.element).not.toHaveAttribute("data-ran");
  await pane.run();
  await pane.hasPrinted("mine\n");

  page.once("dialog", (dialog) => void dialog.accept());
  await pane.press("Reset");
  await expect(pane.editor).toContainText("function* sayAfter");
  await page.waitForFunction((key) => localStorage.getItem(key) === null, key);
  await page.reload();
  await near(pane);
  await expect(pane.element.getByText("function* sayAfter")).toBeVisible();
  await expect(pane.element).not.toHaveAttribute("data-editor");
});

test("it is of one example in one language, and is taken back by taking it back by hand", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.press("Edit");
  await pane.editor.press("Control+Home");
  await page.keyboard.type("// mine\n");
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("// mine"), key);

  await page.goto("zh-cn/coroutines/");
  await near(pane);
  await expect(pane.element.getByText("function* sayAfter")).toBeVisible();
  await page.goto("coroutines/");
  await expect((await near(pane)).editor).toContainText("// mine");
  await expect(new Pane(page, "coroutines/bare-yield").element).not.toHaveAttribute("data-editor");
  await pane.editor.press("Control+Home");
  for (let at = 0; at < "// mine\n".length; at++) {
    await page.keyboard.press("Delete");
  }
  await page.waitForFunction((key) => localStorage.getItem(key) === null, key);
});

test("Python comes back as well, with its version", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode('print("mine")');
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("mine"), key);
  await page.reload();
  await pane.choose("asyncio-ts");
  await page.reload();
  await comesBack(await near(pane), 'print("mine")');
  await expect(pane.element.getByRole("radio", { name: "Python" })).toBeChecked();
  // What is said of it is not said of another version.
  await pane.choose("asyncio-ts");
  await expect(pane.editor).toContainText("function* sayAfter");
  await expect(pane.status).toHaveText("");
});

test("code that comes with a link goes before what is kept, and leaves it alone", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("shared");');
  await pane.element.locator("summary", { hasText: "More" }).click();
  await pane.element.getByRole("button", { name: "Copy link to this code", exact: true }).click();
  await expect(pane.status).toContainText("Link copied");
  const link = page.url();
  await pane.editor.fill('console.log("mine");');
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("mine"), key);

  const other = await context.newPage();
  await other.goto(link);
  const opened = new Pane(other, path);
  await expect(opened.editor).toHaveText('console.log("shared");');
  await expect(opened.element.locator('button[data-action="reset"]')).toBeEnabled();
  await other.goto("glossary/");
  await other.goto("coroutines/");
  await comesBack(await near(opened), 'console.log("mine");');
});

for (const [what, kept] of [
  ["no JSON", "{"],
  ["no files", '{"at":1,"files":[]}'],
  ["a file that the example has not", '{"at":1,"files":{"../main.ts":"1"}}'],
  ["code that holds the editor up", JSON.stringify({ at: 1, files: { "main.ts": "x".repeat(6_000) } })],
]) {
  test(`what is kept may have been written by others: ${what} is left alone`, async ({ page }) => {
    await page.addInitScript(([key, kept]) => localStorage.setItem(key ?? "", kept ?? ""), [key, kept]);
    await page.goto("coroutines/");
    const pane = await near(new Pane(page, path));
    await expect(pane.element.getByText("function* sayAfter")).toBeVisible();
    await pane.run();
    await expect(pane.element).not.toHaveAttribute("data-editor");
  });
}

test("what could not be brought back is not overwritten, and comes with the next press or visit", async ({
  page,
}) => {
  await page.addInitScript(
    ([key, kept]) => localStorage.getItem(key ?? "") ?? localStorage.setItem(key ?? "", kept ?? ""),
    [key, JSON.stringify({ at: 1, files: { "main.ts": 'console.log("mine");' } })],
  );
  let isBroken = true;
  await page.route("**/kept-edits*", (route) => (isBroken ? route.abort() : route.fallback()));
  const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("kept-edits"));
  await page.goto("coroutines/");
  const pane = await near(new Pane(page, path));
  await failed;
  await pane.replaceCode('console.log("another");');
  await pane.run();
  await pane.hasPrinted("another\n");
  const failedAgain = page.waitForEvent("requestfailed", (request) => request.url().includes("kept-edits"));
  await page.reload();
  await near(pane);
  await failedAgain;
  isBroken = false;
  await pane.press("Edit");
  await comesBack(pane, 'console.log("mine");');
});

test("without room older edits go first, and one that finds no room at all does no harm", async ({
  page,
}) => {
  await page.goto("coroutines/");
  await page.evaluate(() => {
    for (let number = 1; number <= 80; number++) {
      localStorage.setItem(`edits:en/old/${number}`, JSON.stringify({ at: number, files: {} }));
    }
  });
  const pane = new Pane(page, path);
  await keepMine(page, pane);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("edits:")));
  expect(kept).toHaveLength(60);
  expect(kept).toContain("edits:en/old/80");
  expect(kept).not.toContain("edits:en/old/21");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await pane.editor.fill('console.log("more");');
  await pane.run();
  await pane.hasPrinted("more\n");
});

test("who presses Run before the edits are back runs the edits, and the version that was chosen", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await keepMine(page, pane);
  await pane.choose("Python");
  await pane.replaceCode('print("mine")');
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("print"), key);
  await pane.choose("asyncio-ts");
  const bringBack = await holdKeptEdits(page);
  await page.reload();
  await near(pane);
  await pane.press("Run");
  await pane.hasState("running");
  // It is this version that was to run, whatever is looked at meanwhile.
  await pane.choose("async/await");
  await bringBack();
  await expect(pane.element).toHaveAttribute("data-editor");
  await pane.choose("asyncio-ts");
  await pane.hasState("done");
  await pane.hasPrinted("mine\n");

  // Of Python alone something is kept now: it is there when Python is chosen, and not in the way of who runs TypeScript.
  await page.evaluate((key) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? "");
    delete kept.files["main.ts"];
    localStorage.setItem(key, JSON.stringify(kept));
  }, key);
  await page.reload();
  await near(pane);
  await pane.press("Run");
  await bringBack();
  await pane.hasState("done");
  await pane.hasPrintedOnStandardOutput(readExample(path).output);
  await expect(pane.element.getByRole("radio", { name: "asyncio-ts" })).toBeChecked();
  await pane.choose("Python");
  await expect(pane.editor).toHaveText('print("mine")');
});

test("a browser that keeps nothing edits and runs all the same", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await denyStorage(page);
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode('console.log("mine");');
  await pane.run();
  await pane.hasPrinted("mine\n");
  expect(errors).toEqual([]);
});
