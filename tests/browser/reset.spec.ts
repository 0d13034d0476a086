import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, Pane, test } from "./pane.ts";

async function reset(pane: Pane): Promise<void> {
  pane.element.page().once("dialog", (dialog) => void dialog.accept());
  await pane.element.locator('button[data-action="reset"]').click();
  await pane.hasState("idle");
}

/** What a reader sees and a style sheet goes by, but for the editor, which stays open. */
async function isAsLoaded(pane: Pane): Promise<void> {
  await expect(pane.status).toHaveText("");
  await expect(pane.log).toHaveText("");
  await expect(pane.element).not.toHaveAttribute("data-verdict");
  await expect(pane.element).not.toHaveAttribute("data-ran");
  await expect(pane.element.locator(".pane-expected")).toBeVisible();
  await expect(pane.element.locator(".pane-error-line, .pane-error-word")).toHaveCount(0);
  for (const action of ["stop", "reset"]) {
    await expect(pane.element.locator(`button[data-action="${action}"]`)).toBeDisabled();
  }
}

for (const [name, code, state] of [
  ["failed", 'console.log("before");\nundefinedName();', "failed"],
  ["could not be compiled", "const = 1;", "failed"],
  ["is still going on", 'setInterval(() => console.log("again"), 1);', "running"],
] as const) {
  test(`after Reset the pane is as it was loaded, when the run before ${name}`, async ({ page }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, "coroutines/say-after");
    await pane.replaceCode(code);
    await pane.press("Run");
    await pane.hasState(state);
    await expect(pane.log).not.toHaveText("");
    await reset(pane);
    await isAsLoaded(pane);
    await expect(pane.editor).toContainText("function* sayAfter");
    await pane.run();
    await pane.hasPrintedOnStandardOutput(readExample("coroutines/say-after").output);
  });
}

test("after Reset an exercise has no verdict, on an answer that was wrong", async ({ page }) => {
  await page.goto("zh-cn/coroutines/");
  const pane = new Pane(page, "coroutines/exercise-1-all-at-once");
  await pane.element.locator('button[data-action="edit"]').click();
  await pane.editor.fill('console.log("wrong");');
  await pane.element.locator('button[data-action="run"]').click();
  await pane.hasState("done");
  await expect(pane.status).toHaveText(labelsFor("zh-CN").wrong(1));
  await reset(pane);
  await isAsLoaded(pane);
});

test("after Reset the view shows the recorded run again, and the code has no marks of the reader's", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  const view = pane.element.locator(".pane-loop");
  await pane.element.scrollIntoViewIfNeeded();
  await expect(view.locator("svg.loop-drawing")).toBeAttached();
  const recorded = await view.innerHTML();
  await pane.press("Edit");
  await pane.editor.press("Control+Home");
  await page.keyboard.type("// mine\n");
  await pane.run();
  await expect(view).toContainText(/Ended at/);
  await view.getByRole("slider").press("Home");
  await expect(pane.element.locator(".loop-log-note")).toBeVisible();
  await reset(pane);
  await isAsLoaded(pane);
  await expect(pane.element.locator(".loop-running-line, .loop-log-note, .loop-later")).toHaveCount(0);
  expect(await view.locator("svg.loop-drawing").innerHTML()).toBe(
    await page.evaluate(
      (html) => new DOMParser().parseFromString(html, "text/html").querySelector("svg")?.innerHTML,
      recorded,
    ),
  );
  await pane.run();
  await expect(view).toContainText(/Ended at/);
});

test("with Live on, Reset is no edit, and runs nothing", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.element.locator("summary", { hasText: "More" }).click();
  await pane.element.getByRole("button", { name: "Run while I type", exact: true }).click();
  await pane.replaceCode('console.log("live");');
  await expect(pane.log).toHaveText("live\n");
  await pane.hasState("done");
  await reset(pane);
  await expect(pane.element.getByRole("button", { name: "Edit" })).toBeVisible();
  await isAsLoaded(pane);
});
