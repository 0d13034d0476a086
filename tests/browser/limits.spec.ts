import lzString from "lz-string";
import { mostCode } from "../../src/playground/editor/code-size.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

/** A parser tries each of these in two ways. */
const depth = 40;
const hardToParse = `const x = ${"<T>(".repeat(depth)}1${")".repeat(depth)};`;

async function runsTheNext(pane: Pane): Promise<void> {
  await pane.replaceCode("console.log('next');");
  await pane.run();
  await pane.hasPrinted("next\n");
}

test("a program that takes too long to compile is given up, and holds up nobody", async ({ page }) => {
  await page.goto("coroutines/");
  const [pane, other] = [new Pane(page, path), new Pane(page, "coroutines/bare-yield")];
  await pane.replaceCode(hardToParse);
  await pane.press("Run");
  await pane.hasState("running");
  await other.run();
  await other.hasState("done");
  await pane.hasState("failed");
  await expect(pane.log).toContainText("The program took more than 10 s to compile");
  await runsTheNext(pane);
});

test("Stop ends a program that is being compiled", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode(hardToParse);
  await pane.press("Run");
  await pane.hasState("running");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await runsTheNext(pane);
});

test("a frame that does not answer any more is replaced, and its run has failed", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode("console.log('it runs'); setInterval(() => {}, 1000);");
  await pane.press("Run");
  await expect(pane.log).toHaveText("it runs");
  const sandbox = page.frames().find((frame) => frame.url().endsWith("/sandbox/"));
  // As if its process had ended: what was there is gone, and nobody says so.
  expect(sandbox).toBeDefined();
  await sandbox?.evaluate(() => document.querySelector("iframe")?.setAttribute("srcdoc", ""));
  await pane.hasState("failed");
  await expect(pane.log).toContainText("The browser ended the process");
  await runsTheNext(pane);
});

for (const { what, code } of [
  { what: "a line that would hold the editor", code: "1 + ".repeat(mostCode.line) },
  { what: "more lines than the editor holds", code: "const x = 1;\n".repeat(mostCode.file / 10) },
]) {
  test(`a link with ${what} is refused, and opens no editor`, async ({ page }) => {
    const packed = lzString.compressToEncodedURIComponent(JSON.stringify({ "main.ts": code }));
    await page.goto(`coroutines/#${new URLSearchParams({ pane: path, code: packed })}`);
    const pane = new Pane(page, path);
    await expect(pane.status).toContainText(`expected at most ${mostCode.file} characters of code`);
    await expect(pane.editor).toHaveCount(0);
  });

  test(`a paste of ${what} is not taken, and the reader hears of it`, async ({ page }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, path);
    await pane.replaceCode("const before = 1;");
    await pane.editor.evaluate((editor, pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      editor.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, code);
    await expect(pane.status).toHaveText(labelsFor("en").tooMuchCode(mostCode.file, mostCode.line));
    await expect(pane.editor).toHaveText("const before = 1;");
  });
}
